return Graph.Training.Commands.TrainingProgram.Run(args, Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected);

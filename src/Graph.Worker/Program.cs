using Graph.Worker.Commands;

return await GraphProgram.RunAsync(args, Terminal.OfProcess(), null, CancellationToken.None);

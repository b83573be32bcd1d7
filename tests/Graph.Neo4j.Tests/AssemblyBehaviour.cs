using Xunit.Sdk;
using Xunit.v3;

// The tests of both transports may share one server, and each test has its graph to itself.
[assembly: Parallelization(Mode = ParallelMode.None)]

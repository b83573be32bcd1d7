using System.Globalization;
using Graph.Fuzzing;
using Graph.Fuzzing.Bolt;
using Graph.Fuzzing.Queries;

// Graph.Fuzzing [bolt|query] [SECONDS] [SEED] [FOLDER]: mutates for so long, prints findings, and keeps them in the folder.
var target = args.ElementAtOrDefault(0) ?? "bolt";
var seconds = int.Parse(args.ElementAtOrDefault(1) ?? "60", CultureInfo.InvariantCulture);
var seed = int.Parse(args.ElementAtOrDefault(2) ?? "1", CultureInfo.InvariantCulture);
var folder = Directory.CreateDirectory(args.ElementAtOrDefault(3) ?? Path.Combine(Path.GetTempPath(), "graph-fuzzing")).FullName;

var findings = new Findings(folder);
using var watch = new Watch(findings, TimeProvider.System);
using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
var count = target == "query"
    ? new QueryFuzzer(findings, watch, folder).Run(seed, end.Token)
    : await new BoltFuzzer(findings, watch).RunAsync(seed, end.Token).ConfigureAwait(false);

Console.WriteLine($"{target}: {count} inputs from seed {seed} in {seconds} s, {findings.Count} findings");
return findings.Count == 0 ? 0 : 1;

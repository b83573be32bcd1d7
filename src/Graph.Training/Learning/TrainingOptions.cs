namespace Graph.Training.Learning;

/// <summary>How long and how boldly to train.</summary>
/// <param name="Passes">Passes over the examples.</param>
/// <param name="BatchWords">Words a step.</param>
/// <param name="Rate">Highest learning rate; it falls linearly to zero.</param>
/// <param name="DropRate">Share of each layer's outputs that a step leaves out.</param>
/// <param name="Threads">Parts a batch is cut into; another number gives another, equally good model.</param>
/// <param name="Seed">Equal seeds, corpora and threads give equal bytes.</param>
internal sealed record TrainingOptions(int Passes, int BatchWords, float Rate, float DropRate, int Threads, ulong Seed);

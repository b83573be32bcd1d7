namespace Graph.Training.Evaluation;

/// <summary>Precision, recall and their harmonic mean, from counts.</summary>
/// <param name="Correct">What both sides have.</param>
public readonly record struct FScore(int Gold, int System, int Correct)
{
    /// <summary>From 0 to 1; 0 where the system has nothing.</summary>
    public double Precision => System == 0 ? 0 : (double)Correct / System;

    /// <summary>From 0 to 1; 0 where gold has nothing.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>From 0 to 1; 0 where both sides are empty.</summary>
    public double F1 => Gold + System == 0 ? 0 : 2.0 * Correct / (Gold + System);
}

using System.Diagnostics.CodeAnalysis;

namespace Lesart;

/// <summary>What came of reading one input: a value, or a problem.</summary>
/// <typeparam name="T">The record that was to be read.</typeparam>
public readonly record struct Outcome<T> where T : class
{
    private Outcome(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The record; null where there is a problem.</summary>
    public T? Value { get; }

    /// <summary>The problem; null where there is a record.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether the record could be read.</summary>
    /// <param name="value">The record where the answer is true.</param>
    /// <param name="problem">The problem where the answer is false.</param>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (Value, Problem);
        return value is not null;
    }

    /// <summary>A record that could be read.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>An input that could not be used.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(null, problem);
}

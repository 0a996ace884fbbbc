namespace Lesart.Cli.Fetching;

/// <summary>An address could not be read; the message is a reason for the user.</summary>
internal sealed class FetchException(string reason, Exception? cause = null) : Exception(reason, cause);

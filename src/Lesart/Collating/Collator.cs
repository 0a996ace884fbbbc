namespace Lesart.Collating;

/// <summary>A story in, its accounts side by side out.</summary>
internal sealed class Collator
{
    /// <summary>Lays the accounts side by side.</summary>
    /// <param name="story">The story.</param>
    /// <param name="others">The other stories of the run, for what is related.</param>
    public Collation Collate(Story story, IReadOnlyList<Story> others) => new()
    {
        Story = story.Id,
        Title = story.Accounts[0].Title,
        Accounts = [.. story.Accounts.Select(static account => new CollatedAccount(account.Id, account.Outlet, account.Title, account.Published, account.Url, account.Language, account.Id))],
    };
}

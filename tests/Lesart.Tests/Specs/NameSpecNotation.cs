using Lesart.Analyzing;

namespace Lesart.Tests.Specs;

/// <summary><c>name vladimir-putin PER name[Wladimir Putin] nominal[Kremlchef]</c>: all mentions of one entity, in text order.</summary>
internal sealed class NameSpecNotation : ISpecNotation
{
    public string Keyword => "name";

    public IEnumerable<string> Actual(SpecExample example)
    {
        foreach (string line in example.Expected)
        {
            string id = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
            Entity? entity = example.Account.Entities.FirstOrDefault(candidate => candidate.Id == id);
            if (entity is null)
            {
                yield return $"{Keyword} {id} is not there, but {string.Join(", ", example.Account.Entities.Select(static other => other.Id))}";
                continue;
            }

            string type = entity.Type switch
            {
                EntityType.Person => "PER",
                EntityType.Organization => "ORG",
                EntityType.GeoPolitical => "GPE",
                EntityType.Location => "LOC",
                EntityType.Event => "EVENT",
                _ => "OTHER",
            };
            yield return $"{Keyword} {id} {type} " + string.Join(' ', example.Account.Mentions.Where(mention => mention.Entity == id)
                .Select(mention => $"{mention.Kind.ToString().ToLowerInvariant()}[{example.Account.Text[mention.Start..mention.End]}]"));
        }
    }
}

/// <summary><c>key Sergej Schoigu = Sergei Shoigu</c>: spellings that share a key.</summary>
internal sealed class NameKeySpecNotation : ISpecNotation
{
    public string Keyword => "key";

    public IEnumerable<string> Actual(SpecExample example)
    {
        foreach (string line in example.Expected)
        {
            string[] names = [.. line[Keyword.Length..].Split([" = ", " ≠ "], StringSplitOptions.TrimEntries)];
            yield return $"{Keyword} {names[0]} {(NameForm.Of(names[0]).Key == NameForm.Of(names[1]).Key ? "=" : "≠")} {names[1]}";
        }
    }
}

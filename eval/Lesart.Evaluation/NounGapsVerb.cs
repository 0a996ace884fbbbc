using System.Globalization;
using System.Runtime.InteropServices;
using Lesart.Collating;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Evaluation;

/// <summary>Nouns of a corpus that no table of kinds holds, by the number of articles that use them: what is worth a family.</summary>
internal static class NounGapsVerb
{
    private const int MinArticles = 3;

    public static int Run(string[] args)
    {
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        Engine engine = Engine.Create();
        Dictionary<(string Language, string Noun), (int Articles, string Guess)> gaps = [];
        foreach (Article article in args.SelectMany(static path => Corpus.Read(path)))
        {
            if (!engine.Analyze(article).TryGet(out Account? account, out _))
                continue;
            AccountText text = AccountText.Of(0, account, packs, new TermIds());
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (Nominal nominal in NominalReader.Read(text, NamePlaces.Of([text]).ByAccount[0]).Where(static nominal => nominal.Families.Length == 0 || nominal.IsGuessed))
            {
                if (!seen.Add(nominal.Lemma))
                    continue;
                ref (int Articles, string Guess) gap = ref CollectionsMarshal.GetValueRefOrAddDefault(gaps, (text.Language, nominal.Lemma), out _);
                gap = (gap.Articles + 1, string.Join('+', nominal.Families.Select(static family => family.Path)));
            }
        }

        foreach (((string language, string noun), (int articles, string guess)) in gaps.Where(static gap => gap.Value.Articles >= MinArticles).OrderBy(static gap => gap.Key.Language, StringComparer.Ordinal).ThenByDescending(static gap => gap.Value.Articles).ThenBy(static gap => gap.Key.Noun, StringComparer.Ordinal))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}\t{noun}\t{articles}\t{guess}"));
        return 0;
    }
}

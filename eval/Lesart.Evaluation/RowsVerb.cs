using Lesart.Collating;

namespace Lesart.Evaluation;

/// <summary>Scores rows of wording against what readers said of their terms, by the stories' folders.</summary>
internal static class RowsVerb
{
    public static int Run(string[] args)
    {
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        foreach (IGrouping<string, LabelledTerms> use in LabelledTerms.ReadAll(args[0], engine).GroupBy(static story => story.Use, StringComparer.Ordinal))
        {
            RowScore score = new(use.Key, showErrors);
            foreach (LabelledTerms story in use)
                score.Add(story, engine.Collate(story.Story.Story, []).Wording, EntitiesOf(story.Story));
            score.Print();
        }

        return 0;
    }

    /// <summary>What is named in a story.</summary>
    public static HashSet<string> EntitiesOf(GoldStory story) => StoryPeople.Unify(story.Story.Accounts).SelectMany(static account => account.Entities).Select(static entity => entity.Id).ToHashSet(StringComparer.Ordinal);
}

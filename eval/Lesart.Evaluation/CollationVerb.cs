namespace Lesart.Evaluation;

/// <summary>Collations against a folder of <c>STORY.input.jsonl</c> with <c>STORY.gold.json</c>, scored as <c>eval/collation/README.md</c> says.</summary>
internal static class CollationVerb
{
    public static int Run(string[] args)
    {
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        SplitScore all = new("all", args);
        foreach (GoldStory story in GoldStory.ReadAll(args[0], engine))
            all.Add(story.Story.Id, engine.Collate(story.Story, []), story.Gold, story.Accounts);
        all.Print();
        return 0;
    }
}

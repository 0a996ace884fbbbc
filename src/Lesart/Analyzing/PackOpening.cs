using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Opens the tables that reading takes from a pack before its first article, on two threads where the machine has them: forms, tags and times take half of the work, names and statements the other.</summary>
/// <remarks>Changes no result: each table is built once, by whoever asks first. One that can't be used keeps what is wrong with it, and says so to whoever needs it, in the order of reading.</remarks>
internal sealed class PackOpening
{
    private static readonly Action<LanguagePack>[] Words =
    [
        static pack => TimeTagger.Tag(Nothing(pack), null, new AnalysisOptions()),
        static pack => QuantityTagger.Tag(Nothing(pack), [], new AnalysisOptions()),
    ];

    private static readonly Action<LanguagePack>[] NamesAndStatements =
    [
        static _ => GC.KeepAlive(Transcription.Instance),
        static pack => NameTables.Of(pack),
        static pack => NameModel.TryOf(pack, out _),
        static pack => StatementLexicon.Of(pack),
        static pack => StatementRegister.Of(pack),
        static pack => pack.Table(StatementModel.Load),
        static pack => EntityLinker.Link(NameText.Of(Nothing(pack)), NameFinder.Find(NameText.Of(Nothing(pack))), new Article { Text = "" }, new AnalysisOptions()),
    ];

    private PackOpening(LanguagePack pack)
    {
        if (Environment.ProcessorCount == 1)
            return;
        _ = Task.Factory.StartNew(() => Run(NamesAndStatements, pack), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Run(Words, pack);
    }

    /// <summary>Opens a pack, once.</summary>
    public static void Open(LanguagePack pack) => pack.Table(static pack => new PackOpening(pack));

    private static TaggedText Nothing(LanguagePack pack) => Tagger.Tag(Tokenizer.Tokenize("", pack));

    private static void Run(Action<LanguagePack>[] steps, LanguagePack pack)
    {
        // tasks keep to themselves what is thrown
        foreach (Action<LanguagePack> step in steps)
            new Task(() => step(pack)).RunSynchronously(TaskScheduler.Default);
    }
}

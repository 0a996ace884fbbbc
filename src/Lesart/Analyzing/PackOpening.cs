using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Opens the tables that reading takes from a pack before its first article, on two threads where the machine has them: names are half of the work and need little of the rest.</summary>
/// <remarks>Changes no result: each table is built once, by whoever asks first. One that can't be used keeps what is wrong with it, and says so to whoever needs it, in the order of reading.</remarks>
internal sealed class PackOpening
{
    private static readonly Action<LanguagePack>[] BesideNames =
    [
        static pack =>
        {
            TaggedText nothing = Tagger.Tag(Tokenizer.Tokenize("", pack));
            TimeTagger.Tag(nothing, null, new AnalysisOptions());
            QuantityTagger.Tag(nothing, [], new AnalysisOptions());
        },
        static pack => WordClasses.Of(pack),
        static pack => NameModel.TryOf(pack, out _),
        static pack => StatementLexicon.Of(pack),
        static pack => StatementRegister.Of(pack),
        static pack => pack.Table(StatementModel.Load),
    ];

    private PackOpening(LanguagePack pack)
    {
        if (Environment.ProcessorCount == 1)
            return;
        // tasks keep to themselves what is thrown
        _ = Task.Factory.StartNew(() => NameTables.Of(pack), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        foreach (Action<LanguagePack> open in BesideNames)
            new Task(() => open(pack)).RunSynchronously(TaskScheduler.Default);
    }

    /// <summary>Opens a pack, once.</summary>
    public static void Open(LanguagePack pack) => pack.Table(static pack => new PackOpening(pack));
}

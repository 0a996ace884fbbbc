using System.Globalization;
using System.Runtime.InteropServices;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Evaluation;

/// <summary>Trains what a word's letters tell of its kind (<see cref="NameLetters"/>) on the tables of names and the pack's dictionary.</summary>
internal static class TrainLettersVerb
{
    private const int Kinds = NameLetters.Kinds;
    private const int Passes = 6;
    private const float Rate = 0.05f;
    private const float Decay = 1e-5f;
    private const int MostNouns = 90_000;

    public static int Run(string[] args)
    {
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        if (!packs.TryGet(Path.GetFileName(args[0].TrimEnd('/')), out LanguagePack? pack))
            return 2;
        List<(string Word, int Kind)> words = Words(pack);
        Span<int> rows = stackalloc int[256];
        float[] weights = new float[Kinds << NameLetters.RowBits];
        float[] squares = new float[weights.Length];
        Span<float> gradient = stackalloc float[Kinds];
        int[,] seen = new int[Kinds, Kinds];
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach ((string word, int kind) in words.OrderBy(pair => FormCache.Hash(pair.Word + pass.ToString(CultureInfo.InvariantCulture))).ToArray())
            {
                int count = NameLetters.RowsOf(word, rows);
                gradient.Clear();
                foreach (int row in rows[..count])
                {
                    for (int k = 0; k < Kinds; k++)
                        gradient[k] += weights[row * Kinds + k];
                }

                if (IsKept(word))
                {
                    if (pass == Passes - 1)
                        seen[kind, IndexOfMax(gradient)]++;
                    continue;
                }

                SoftMax(gradient);
                gradient[kind]--;
                // the tables hold far more places than people
                float share = kind is NameLetters.Surname or NameLetters.Given ? 4 : 1;
                foreach (int row in rows[..count])
                {
                    for (int k = 0; k < Kinds; k++)
                    {
                        ref float weight = ref weights[row * Kinds + k];
                        float step = share * gradient[k] + Decay * weight;
                        squares[row * Kinds + k] += step * step;
                        weight -= Rate * step / (MathF.Sqrt(squares[row * Kinds + k]) + 1e-2f);
                    }
                }
            }
        }

        for (int kind = 0; kind < Kinds; kind++)
            Console.Error.WriteLine($"kind {kind}: {string.Join(' ', Enumerable.Range(0, Kinds).Select(guess => seen[kind, guess]))} of words kept out");
        using FileStream file = File.Create(Path.Combine(args[0], "letters.bin"));
        sbyte[] steps = [.. weights.Select(static weight => (sbyte)Math.Clamp(MathF.Round(weight * NameLetters.Scale), -127, 127))];
        file.Write(MemoryMarshal.AsBytes(steps.AsSpan()));
        return 0;
    }

    private static bool IsKept(string word) => FormCache.Hash(word) % 20 == 7;

    private static List<(string Word, int Kind)> Words(LanguagePack pack)
    {
        NameTables tables = NameTables.Of(pack);
        List<(string Word, int Kind)> words = [];
        foreach (string name in PersonNameLists.Read("settlements.txt").Concat(tables.Entities.Where(static entity => entity.Type is EntityType.GeoPolitical or EntityType.Location).Select(static entity => entity.Name)))
        {
            if (IsWord(name))
                words.Add((name, NameLetters.Place));
        }

        words.AddRange(PersonNameLists.Read("surnames.tsv").Where(IsWord).Select(static name => (name, NameLetters.Surname)));
        words.AddRange(PersonNameLists.Read("given-names.tsv").Where(IsWord).Select(static name => (name, NameLetters.Given)));
        HashSet<string> names = [.. words.Select(static pair => pair.Word)];
        FormReader reader = pack.Table(FormReader.Load);
        List<FormReading> readings = [];
        List<string> nouns = [];
        foreach (string form in pack.Table(FormDictionary.Load).Forms())
        {
            readings.Clear();
            if (form.Length < 4 || names.Contains(form) || !IsWord(form))
                continue;
            reader.Read(form, readings);
            if (readings.Count > 0 && readings.TrueForAll(static reading => reading.Tag.Upos == Upos.Noun))
                nouns.Add(form);
        }

        words.AddRange(nouns.OrderBy(static noun => FormCache.Hash(noun)).Take(MostNouns).Select(static noun => (noun, NameLetters.Noun)));
        words = [.. words.Distinct()];
        Console.Error.WriteLine(string.Join(' ', Enumerable.Range(0, Kinds).Select(kind => words.Count(pair => pair.Kind == kind))) + " words");
        return words;
    }

    private static bool IsWord(string name) => name.Length > 2 && name.All(static letter => char.IsLetter(letter) || letter == '-') && name[0] < 0x250;

    private static int IndexOfMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }

    private static void SoftMax(Span<float> values)
    {
        float highest = values[IndexOfMax(values)], sum = 0;
        foreach (ref float value in values)
            sum += value = MathF.Exp(value - highest);
        foreach (ref float value in values)
            value /= sum;
    }
}

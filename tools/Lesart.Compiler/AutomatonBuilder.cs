using System.Buffers.Binary;
using System.Text;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Builds <c>forms.bin</c>: a minimal acyclic automaton from sorted keys, one state at a time (Daciuk and others, 2000).</summary>
internal sealed class AutomatonBuilder
{
    private sealed class State
    {
        public readonly List<(byte Label, bool IsFinal, State? Target)> Arcs = [];
        public int Number = -1;
    }

    private readonly Dictionary<string, State> _register = new(StringComparer.Ordinal);
    private readonly Dictionary<State, int> _ids = [];
    private readonly List<State> _path = [new State()];
    private byte[] _last = [];

    /// <summary>The bytes that stand for one form with one lemma and set of tags.</summary>
    public static byte[] Key(string form, string lemma, int set)
    {
        byte[] from = Encoding.UTF8.GetBytes(form), to = Encoding.UTF8.GetBytes(lemma);
        (int infix, int cut, byte[] add) = Rule(from, to);
        return [.. from, 0, (byte)(infix + 2), (byte)(cut + 2), .. add, 1, (byte)((set / 250) + 2), (byte)((set % 250) + 2)];
    }

    // The shortest rule; taking two bytes out ("ge", "zu") counts like one letter added.
    private static (int Infix, int Cut, byte[] Add) Rule(byte[] form, byte[] lemma)
    {
        (int Infix, int Cut, byte[] Add) best = Suffix(form, lemma, -1);
        int cost = best.Cut + best.Add.Length;
        for (int infix = 0; infix + 2 <= form.Length && infix < 12; infix++)
        {
            if (!((form[infix] == 'g' && form[infix + 1] == 'e') || (form[infix] == 'z' && form[infix + 1] == 'u')))
                continue;
            (int Infix, int Cut, byte[] Add) rule = Suffix([.. form[..infix], .. form[(infix + 2)..]], lemma, infix);
            if (rule.Cut + rule.Add.Length + 1 < cost)
                (best, cost) = (rule, rule.Cut + rule.Add.Length + 1);
        }

        return best;
    }

    private static (int Infix, int Cut, byte[] Add) Suffix(byte[] form, byte[] lemma, int infix)
    {
        int same = 0;
        while (same < form.Length && same < lemma.Length && form[same] == lemma[same])
            same++;
        // what is cut must lie behind what is taken out
        if (infix >= 0 && same < infix)
            return (infix, 250, new byte[250]);
        return (infix, form.Length - same, lemma[same..]);
    }

    /// <summary>Adds a key; keys come in ascending order, each once.</summary>
    public void Add(byte[] key)
    {
        int same = 0;
        while (same < key.Length && same < _last.Length && key[same] == _last[same])
            same++;
        Close(same);
        for (int i = same; i < key.Length; i++)
        {
            bool isFinal = i + 1 == key.Length;
            State? target = isFinal ? null : new State();
            _path[i].Arcs.Add((key[i], isFinal, target));
            if (target is not null)
            {
                if (_path.Count > i + 1)
                    _path[i + 1] = target;
                else
                    _path.Add(target);
            }
        }

        _last = key;
    }

    private void Close(int depth)
    {
        for (int i = _last.Length - 1; i > depth; i--)
        {
            State state = _path[i];
            string signature = Signature(state);
            if (_register.TryGetValue(signature, out State? known))
                _path[i - 1].Arcs[^1] = _path[i - 1].Arcs[^1] with { Target = known };
            else
            {
                _register.Add(signature, state);
                _ids.Add(state, _ids.Count);
            }
        }
    }

    private string Signature(State state)
    {
        StringBuilder text = new();
        foreach ((byte label, bool isFinal, State? target) in state.Arcs)
        {
            int id = target is null ? 0 : _ids[target] + 1;
            text.Append((char)label).Append((char)(isFinal ? 1 : 0)).Append((char)(id & 0xFFFF)).Append((char)(id >> 16));
        }

        return text.ToString();
    }

    /// <summary>Writes the file.</summary>
    public void Write(string path, IReadOnlyList<uint[]> sets)
    {
        Close(0);
        List<State> order = [];
        Stack<State> open = new([_path[0]]);
        int arcs = 0;
        while (open.TryPop(out State? state))
        {
            if (state.Number >= 0)
                continue;
            state.Number = arcs;
            arcs += state.Arcs.Count;
            order.Add(state);
            for (int i = state.Arcs.Count - 1; i >= 0; i--)
            {
                if (state.Arcs[i].Target is { Number: < 0 } target)
                    open.Push(target);
            }
        }

        using FileStream stream = File.Create(path);
        byte[] buffer = new byte[4];
        void Put(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(buffer, value);
            stream.Write(buffer);
        }

        Put(FormDictionary.Magic);
        Put((uint)sets.Count);
        foreach (uint[] set in sets)
        {
            Put((uint)set.Length);
            foreach (uint tag in set)
                Put(tag);
        }

        Put((uint)arcs);
        foreach (State state in order)
        {
            for (int i = 0; i < state.Arcs.Count; i++)
            {
                (byte label, bool isFinal, State? target) = state.Arcs[i];
                Put(label | (isFinal ? 0x100u : 0) | (i + 1 == state.Arcs.Count ? 0x200u : 0) | ((uint)(target?.Number ?? 0) << 10));
            }
        }

        Console.Error.WriteLine($"{path}: {order.Count} states, {arcs} arcs, {sets.Count} sets, {stream.Length / 1024} KB");
    }
}

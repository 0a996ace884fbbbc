using System.Text;

namespace Lesart.Extracting;

/// <summary>Mends UTF-8 that was read as windows-1252 and written as UTF-8 again ("fÃ¼r").</summary>
internal static class MojibakeRepair
{
    private const int MinSequences = 2;
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!; // always there
    private static readonly Dictionary<char, byte> ByteOf = Bytes();

    /// <summary>The mended text; the same string where nothing shows the fault.</summary>
    /// <remarks>Only texts with at least two sequences that begin with "Ã" or "â€" count as faulty: other pairs are ordinary words before a closing
    /// quotation mark ("SPÖ“").</remarks>
    public static string Repair(string text)
    {
        int signs = 0;
        for (int at = text.AsSpan().IndexOfAny('Ã', 'â'); at >= 0 && at + 1 < text.Length;)
        {
            if (IsContinuation(text[at + 1]) && (text[at] == 'Ã' || text[at + 1] == '€'))
                signs++;
            int next = text.AsSpan(at + 1).IndexOfAny('Ã', 'â');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return signs < MinSequences ? text : Mend(text);
    }

    private static string Mend(string text)
    {
        StringBuilder mended = new(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (int at = 0; at < text.Length;)
        {
            int length = SequenceLength(text[at]);
            bool whole = length > 1 && at + length <= text.Length && ByteOf.TryGetValue(text[at], out bytes[0]);
            for (int i = 1; whole && i < length; i++)
                whole = IsContinuation(text[at + i]) && ByteOf.TryGetValue(text[at + i], out bytes[i]);
            if (whole && Rune.DecodeFromUtf8(bytes[..length], out Rune rune, out int used) == System.Buffers.OperationStatus.Done && used == length)
            {
                mended.Append(rune.ToString());
                at += length;
            }
            else
            {
                mended.Append(text[at++]);
            }
        }

        return mended.ToString();
    }

    private static int SequenceLength(char lead) => lead switch
    {
        >= '\u00C2' and <= '\u00DF' => 2,
        >= '\u00E0' and <= '\u00EF' => 3,
        >= '\u00F0' and <= '\u00F4' => 4,
        _ => 1,
    };

    private static bool IsContinuation(char letter) => ByteOf.TryGetValue(letter, out byte value) && value is >= 0x80 and <= 0xBF;

    private static Dictionary<char, byte> Bytes()
    {
        Dictionary<char, byte> bytes = [];
        for (int value = 0x80; value <= 0xFF; value++)
        {
            char letter = Windows1252.GetString([(byte)value])[0];
            bytes[letter] = (byte)value;
            bytes.TryAdd((char)value, (byte)value); // the five unassigned bytes come as control characters
        }

        return bytes;
    }
}

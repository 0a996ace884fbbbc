using System.Text;

namespace Lesart.Text;

/// <summary>How words are written where spelling must not part them.</summary>
internal static class Folding
{
    private const int MinCognate = 4;

    /// <summary>Lower case; umlauts and their two-letter spellings as the bare vowel, ß as ss, other marks dropped.</summary>
    public static string Fold(ReadOnlySpan<char> form)
    {
        StringBuilder folded = new(form.Length);
        for (int i = 0; i < form.Length; i++)
        {
            char letter = char.ToLowerInvariant(form[i]);
            switch (letter)
            {
                case 'ß':
                    folded.Append("ss");
                    break;
                case 'e' when i > 0 && char.ToLowerInvariant(form[i - 1]) is 'a' or 'o' or 'u' && IsUmlautSpelling(form, i):
                    break;
                case '’' or '‘':
                    folded.Append('\'');
                    break;
                default:
                    folded.Append(Bare(letter));
                    break;
            }
        }

        return folded.ToString();
    }

    // "ue" after a vowel or q is no umlaut ("neue", "Quelle"); everything else is folded alike in every language, so nothing is lost by a wrong guess.
    private static bool IsUmlautSpelling(ReadOnlySpan<char> form, int e) => e < 2 || !(char.ToLowerInvariant(form[e - 2]) is 'a' or 'e' or 'i' or 'o' or 'q');

    private static char Bare(char letter) => letter switch
    {
        'ä' or 'à' or 'á' or 'â' or 'ã' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
        'ö' or 'ò' or 'ó' or 'ô' or 'õ' or 'ø' or 'ō' or 'ő' => 'o',
        'ü' or 'ù' or 'ú' or 'û' or 'ū' or 'ů' or 'ű' => 'u',
        'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ė' or 'ę' or 'ě' => 'e',
        'ì' or 'í' or 'î' or 'ï' or 'ī' or 'ı' => 'i',
        'ç' or 'ć' or 'č' => 'c',
        'ñ' or 'ń' or 'ň' => 'n',
        'ş' or 'ś' or 'š' or 'ș' => 's',
        'ž' or 'ź' or 'ż' => 'z',
        'ý' or 'ÿ' => 'y',
        'ł' => 'l',
        'ğ' => 'g',
        'ř' => 'r',
        'đ' or 'ð' => 'd',
        'ț' or 'ţ' => 't',
        _ => letter,
    };

    /// <summary>The word without what languages spell apart ("Konflikt", "conflict"; "Hospital", "hospitals").</summary>
    public static string Cognate(string folded)
    {
        StringBuilder key = new(folded.Length);
        foreach (char letter in folded.Replace("ph", "f", StringComparison.Ordinal).Replace("th", "t", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal))
        {
            char same = letter switch { 'c' or 'q' => 'k', 'y' or 'j' => 'i', 'w' => 'v', 'z' => 's', _ => letter };
            if (key.Length == 0 || key[^1] != same)
                key.Append(same);
        }

        while (key.Length > MinCognate && key[^1] is 'e' or 's' or 'n' or '\'')
            key.Length--;
        return key.ToString();
    }
}

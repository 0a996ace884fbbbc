namespace Lesart.Analyzing;

/// <summary>Labels of tokens: outside, or begin, inside, end of a name, or a name of one token, for each type.</summary>
internal static class NameLabels
{
    /// <summary>Labels in use; rows of weights have one slot more.</summary>
    public const int Count = 15;

    /// <summary>Slots in a row of weights.</summary>
    public const int Slots = 16;

    public const int Outside = 0;

    private const int OtherBegin = 13;
    private const int OtherInside = 14;
    private static readonly EntityType[] Types = [EntityType.Person, EntityType.Location, EntityType.Organization];

    /// <summary>Label of a token of a name.</summary>
    /// <param name="type">Its type; all but person, place and organization share one.</param>
    /// <param name="isFirst">The name's first token.</param>
    /// <param name="isLast">The name's last token.</param>
    public static int Of(EntityType type, bool isFirst, bool isLast)
    {
        int index = Array.IndexOf(Types, type == EntityType.GeoPolitical ? EntityType.Location : type);
        if (index < 0)
            return isFirst ? OtherBegin : OtherInside;
        return 1 + 4 * index + (isFirst ? isLast ? 3 : 0 : isLast ? 2 : 1);
    }

    /// <summary>Type of the name that the label belongs to.</summary>
    public static EntityType TypeOf(int label) => label is >= OtherBegin or Outside ? EntityType.Other : Types[(label - 1) / 4];

    /// <summary>Whether a name begins here.</summary>
    public static bool Begins(int label) => label == OtherBegin || (label is > 0 and < OtherBegin && (label - 1) % 4 is 0 or 3);

    /// <summary>Whether a name can end here.</summary>
    public static bool MayEnd(int label) => label == Outside || label >= OtherBegin || (label - 1) % 4 is 2 or 3;

    /// <summary>Whether <paramref name="next"/> can follow <paramref name="label"/>.</summary>
    public static bool MayFollow(int label, int next)
    {
        bool continues = next == OtherInside || (next is > 0 and < OtherBegin && (next - 1) % 4 is 1 or 2);
        if (!continues)
            return MayEnd(label);
        if (next == OtherInside)
            return label is OtherBegin or OtherInside;
        return label is > 0 and < OtherBegin && (label - 1) / 4 == (next - 1) / 4 && (label - 1) % 4 is 0 or 1;
    }

    /// <summary>Whether a sentence can end with the label.</summary>
    public static bool MayClose(int label) => MayEnd(label);

    /// <summary>Whether a sentence can begin with the label.</summary>
    public static bool MayOpen(int label) => MayFollow(Outside, label);
}

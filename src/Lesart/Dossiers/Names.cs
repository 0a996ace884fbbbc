namespace Lesart.Dossiers;

/// <summary>The words of the formats for enum members: keys of interface texts, class names and data attributes.</summary>
internal static class Names
{
    public static string Of(Stance stance) => stance switch
    {
        Stance.Hedged => "hedged",
        Stance.Denied => "denied",
        Stance.Questioned => "questioned",
        _ => "asserted",
    };

    /// <summary>The stance of a word.</summary>
    public static bool TryStance(string word, out Stance stance)
    {
        Stance[] all = Enum.GetValues<Stance>();
        int at = Array.FindIndex(all, candidate => Of(candidate) == word);
        stance = at < 0 ? default : all[at];
        return at >= 0;
    }

    public static string Of(StatementKind kind) => kind switch
    {
        StatementKind.Direct => "direct",
        StatementKind.Indirect => "indirect",
        StatementKind.Mixed => "mixed",
        StatementKind.Reported => "reported",
        _ => "narrated",
    };

    public static string Of(Relation relation) => relation switch
    {
        Relation.Agree => "agree",
        Relation.Differ => "differ",
        Relation.Contradict => "contradict",
        _ => "single",
    };

    public static string Of(DifferenceSlot slot) => slot switch
    {
        DifferenceSlot.Date => "date",
        DifferenceSlot.Quantity => "quantity",
        DifferenceSlot.Stance => "stance",
        DifferenceSlot.Name => "name",
        DifferenceSlot.Place => "place",
        _ => "speaker",
    };

    public static string Of(PassageKind kind) => kind switch
    {
        PassageKind.Wire => "wire",
        PassageKind.Quotation => "quotation",
        _ => "copy",
    };

    public static string Of(AnswerKind kind) => kind switch
    {
        AnswerKind.Denial => "denial",
        AnswerKind.Statement => "statement",
        _ => "noComment",
    };

    public static string Of(EntityType type) => type switch
    {
        EntityType.Person => "PER",
        EntityType.Organization => "ORG",
        EntityType.GeoPolitical => "GPE",
        EntityType.Location => "LOC",
        EntityType.Event => "EVENT",
        EntityType.Treaty => "TREATY",
        EntityType.Product => "PRODUCT",
        _ => "OTHER",
    };

    public static string Of(MentionKind kind) => kind switch
    {
        MentionKind.Nominal => "nominal",
        MentionKind.Metonym => "metonym",
        MentionKind.Pronoun => "pronoun",
        _ => "name",
    };

    public static string Of(TimeType type) => type switch
    {
        TimeType.Time => "TIME",
        TimeType.Duration => "DURATION",
        TimeType.Set => "SET",
        _ => "DATE",
    };
}

namespace Lesart.Extracting;

/// <summary>What can be said of a block of a page; each has its weight in <c>outlets/block-weights.tsv</c> under its name in words.</summary>
internal enum BlockFeature
{
    Always, TagParagraph, TagDivision, TagItem, TagHeading, TagQuote, TagCell, TagOther,
    LengthBelow20, LengthBelow50, LengthBelow100, LengthBelow200, LengthBelow400, LengthFrom400,
    EndsSentence, EndsColon, OpenEnd, ManyFunctionWords, SomeFunctionWords, NoFunctionWords, AllCapitals, AllBold, NoLetters,
    NoLinks, FewLinks, SomeLinks, ManyLinks, AllLinks,
    FrameWords, ListHeading, AfterListHeading, AfterEnd, DateLine, BylineLine, CreditWords,
    InNavigation, InFooter, InHeader, InAside, InForm, InFigure, InTable, InList, InLinkList,
    FrameClassSelf, FrameClassNear, FrameClassFar, CaptionClass, BylineClass, KickerClass, LeadClass, BodyClass, PaywallClass, ArticleBodyProperty, InArticle, InOtherArticle, InNestedArticle, InMain, QuotedPost,
    InContainer, InRegionOnly, OutsideRegion, DominantSignature, FrequentSignature, RareSignature, SameParentAsDominant,
    BeforeTitle, BetweenTitleAndText, BetweenText, AfterText, NextToText, NearText, FarFromText,
    MatchesTitle, MatchesDescription, InDataBody, NotInDataBody, SkippedByDataBody, HeadingSkippedByDataBody, AfterDataBody, RepeatedOnPage,
    HeadingBeforeText, HeadingElsewhere, ShortSentenceInContainer, ShortOpenInContainer, DivisionInContainer, ItemInContainer, FramedButRunning, ItalicNote,
    LeadBeforeText, FirstInContainer, LastInContainer, ColonBeforeLinks, RunningOutside, RunningInside, LinkLineInContainer, BoldHeadingBeforeText, StartsWithArrow, CapitalLinkLine, PageTitle, LinkItem, TagRow, RowInContainer,
    OpenLinkLine, LinkAfterListHeading, ListHeadingBeforeLinks, ListHeadingAfterText, HeadingNearText, FrameWordsWithLink, OpenLineAtEnd,

    // Second pass: what the first said of the surroundings.
    BeforeChosen, AfterChosen, BetweenChosen, NeitherSideChosen, MostOfParentChosen, FewOfParentChosen, MostOfSignatureChosen, FewOfSignatureChosen, NextTwoUnchosen, FirstPassClear, FirstPassDoubtful, FirstPassAgainst,
}

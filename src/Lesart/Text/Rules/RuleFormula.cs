using System.Globalization;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>What the names in a formula stand for while a rule is applied.</summary>
internal abstract class RuleScope
{
    private readonly Dictionary<string, object?> _captures = new(StringComparer.Ordinal);

    /// <summary>What the pattern caught under each name.</summary>
    public Dictionary<string, object?> Captures => _captures;

    /// <summary>A name that no pattern catches; null where it stands for nothing.</summary>
    public abstract object? Named(string name);
}

/// <summary>A function that formulas may call.</summary>
/// <param name="Min">Fewest arguments.</param>
/// <param name="Max">Most arguments.</param>
/// <param name="Body">Null where the arguments make no sense together: the rule doesn't apply.</param>
internal sealed record RuleFunction(int Min, int Max, Func<RuleScope, object?[], object?> Body);

/// <summary>A formula of a rule: numbers, 'words', names, calls, <c>+ - * / = != &lt; &lt;= &gt; &gt;= and or not</c>, and <c>if(a, b, c)</c>.</summary>
internal sealed class RuleFormula
{
    private readonly Node _root;

    private RuleFormula(Node root) => _root = root;

    /// <summary>Reads a formula.</summary>
    /// <exception cref="DataException">It can't be read.</exception>
    public static RuleFormula Parse(string text, IReadOnlyDictionary<string, RuleFunction> functions)
    {
        Parser parser = new(text, functions);
        return new RuleFormula(parser.ParseAll());
    }

    /// <summary>The formula's value; null where something it needs is not known.</summary>
    public object? Evaluate(RuleScope scope) => _root(scope);

    /// <summary>Whether a value counts as yes: true, or a known value that is not false.</summary>
    public static bool IsTrue(object? value) => value is not null and not false;

    private delegate object? Node(RuleScope scope);

    private sealed class Parser(string text, IReadOnlyDictionary<string, RuleFunction> functions)
    {
        private int _at;

        public Node ParseAll()
        {
            Node node = Or();
            Skip();
            return _at == text.Length ? node : throw Error("unexpected '" + text[_at..] + "'");
        }

        private Node Or()
        {
            Node left = And();
            while (TakeWord("or"))
            {
                (Node a, Node b) = (left, And());
                left = scope => IsTrue(a(scope)) || IsTrue(b(scope));
            }

            return left;
        }

        private Node And()
        {
            Node left = Comparison();
            while (TakeWord("and"))
            {
                (Node a, Node b) = (left, Comparison());
                left = scope => IsTrue(a(scope)) && IsTrue(b(scope));
            }

            return left;
        }

        private Node Comparison()
        {
            Node left = Sum();
            foreach (string sign in (string[])["!=", "<=", ">=", "=", "<", ">"])
            {
                if (!Take(sign))
                    continue;
                Node a = left, b = Sum();
                return sign switch
                {
                    "=" => scope => Equals(a(scope), b(scope)),
                    "!=" => scope => !Equals(a(scope), b(scope)),
                    "<" => scope => a(scope) is decimal x && b(scope) is decimal y && x < y,
                    "<=" => scope => a(scope) is decimal x && b(scope) is decimal y && x <= y,
                    ">" => scope => a(scope) is decimal x && b(scope) is decimal y && x > y,
                    _ => scope => a(scope) is decimal x && b(scope) is decimal y && x >= y,
                };
            }

            return left;
        }

        private Node Sum()
        {
            Node left = Product();
            while (true)
            {
                Node a = left;
                if (Take("+"))
                    left = Calculate(a, Product(), static (x, y) => x + y);
                else if (Take("-"))
                    left = Calculate(a, Product(), static (x, y) => x - y);
                else
                    return left;
            }
        }

        private Node Product()
        {
            Node left = Unary();
            while (true)
            {
                Node a = left;
                if (Take("*"))
                    left = Calculate(a, Unary(), static (x, y) => x * y);
                else if (Take("/"))
                    left = Calculate(a, Unary(), static (x, y) => y == 0 ? null : x / y);
                else
                    return left;
            }
        }

        private static Node Calculate(Node left, Node right, Func<decimal, decimal, decimal?> apply) => scope =>
        {
            if (left(scope) is not decimal x || right(scope) is not decimal y || Math.Abs(x) > 1e13m || Math.Abs(y) > 1e13m)
                return null;
            return apply(x, y);
        };

        private Node Unary()
        {
            if (TakeWord("not"))
            {
                Node inner = Unary();
                return scope => !IsTrue(inner(scope));
            }

            if (Take("-"))
            {
                Node inner = Unary();
                return scope => inner(scope) is decimal value ? -value : null;
            }

            return Primary();
        }

        private Node Primary()
        {
            Skip();
            if (Take("("))
            {
                Node inner = Or();
                Expect(")");
                return inner;
            }

            if (_at < text.Length && text[_at] == '\'')
            {
                int close = text.IndexOf('\'', _at + 1);
                if (close < 0)
                    throw Error("a quotation mark is missing");
                object word = text[(_at + 1)..close];
                _at = close + 1;
                return _ => word;
            }

            int start = _at;
            while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '.'))
                _at++;
            if (start == _at)
                throw Error("a value is missing at '" + text[start..] + "'");
            string name = text[start.._at];
            if (char.IsDigit(name[0]))
            {
                object number = decimal.Parse(name, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
                return _ => number;
            }

            if (Take("("))
                return Call(name);
            return name switch
            {
                "true" => static _ => true,
                "null" => static _ => null,
                _ => scope => scope.Captures.TryGetValue(name, out object? value) ? value : scope.Named(name),
            };
        }

        private Node Call(string name)
        {
            List<Node> arguments = [];
            if (!Take(")"))
            {
                do
                {
                    arguments.Add(Or());
                }
                while (Take(","));
                Expect(")");
            }

            if (name == "if" && arguments.Count == 3)
                return scope => IsTrue(arguments[0](scope)) ? arguments[1](scope) : arguments[2](scope);
            if (name == "first")
                return scope => arguments.Select(argument => argument(scope)).FirstOrDefault(static value => value is not null);
            if (!functions.TryGetValue(name, out RuleFunction? function))
                throw Error("there is no function '" + name + "'");
            if (arguments.Count < function.Min || arguments.Count > function.Max)
                throw Error($"'{name}' takes {function.Min} to {function.Max} arguments");
            Node[] nodes = [.. arguments];
            return scope =>
            {
                object?[] values = new object?[function.Max];
                for (int i = 0; i < nodes.Length; i++)
                    values[i] = nodes[i](scope);
                return function.Body(scope, values);
            };
        }

        private void Expect(string sign)
        {
            if (!Take(sign))
                throw Error($"'{sign}' is missing");
        }

        private bool Take(string sign)
        {
            Skip();
            if (string.CompareOrdinal(text, _at, sign, 0, sign.Length) != 0)
                return false;
            _at += sign.Length;
            return true;
        }

        private bool TakeWord(string word)
        {
            Skip();
            int end = _at + word.Length;
            if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0 || (end < text.Length && char.IsLetterOrDigit(text[end])))
                return false;
            _at = end;
            return true;
        }

        private void Skip()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
        }

        private DataException Error(string reason) => new($"formula '{text}': {reason}");
    }
}

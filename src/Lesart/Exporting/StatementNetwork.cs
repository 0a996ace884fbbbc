using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Lesart.Dossiers;

namespace Lesart.Exporting;

/// <summary>Who reports whom and who speaks about whom: a directed network of outlets, people and bodies, with a link for each pair and story.</summary>
internal sealed class StatementNetwork
{
    private const string GraphmlSpace = "http://graphml.graphdrawing.org/xmlns";
    private const string GexfSpace = "http://gexf.net/1.3";

    // Attributes of nodes and links: key in GraphML and GEXF, name, type.
    private static readonly (string Key, string Name)[] NodeAttributes = [("kind", "kind"), ("type", "type"), ("entity", "entity")];
    private static readonly (string Key, string Name, string GraphmlType, string GexfType)[] LinkAttributes =
        [("relation", "relation", "string", "string"), ("story", "story", "string", "string"), ("denied", "denied", "int", "integer"), ("hedged", "hedged", "int", "integer")];

    private readonly List<Node> _nodes = [];
    private readonly List<Link> _links = [];
    private readonly Dictionary<(string Kind, string Id), int> _numbers = [];

    private StatementNetwork()
    {
    }

    /// <summary>The network of all stories; quoted wordings inside another statement count once, with it.</summary>
    public static StatementNetwork Of(ImmutableArray<StoryView> stories)
    {
        StatementNetwork network = new();
        foreach (StoryView story in stories)
        {
            Dictionary<(int From, int To, string Relation), Link> links = [];
            foreach (AccountView column in story.Columns)
            {
                int outlet = network.NumberOf("outlet", column.Account.Outlet ?? column.Label, column.Account.Outlet ?? column.Label, "");
                foreach (Statement statement in column.Account.Sayings.Where(static statement => statement.Speaker is not null))
                {
                    int speaker = network.NumberOf(story, statement.Speaker!); // see the line above
                    Count(links, outlet, speaker, "reports", statement.Stance);
                    foreach (string about in statement.About.Where(about => about != statement.Speaker))
                        Count(links, speaker, network.NumberOf(story, about), "speaks-about", statement.Stance);
                }
            }

            network._links.AddRange(links.Values.Select(link => link with { Story = story.Collation.Story }));
        }

        return network;
    }

    /// <summary>Writes GraphML (Brandes, Eiglsperger, Herman, Himsolt and Marshall, 2002); the stream stays open.</summary>
    public void WriteGraphml(Stream stream)
    {
        using XmlWriter xml = XmlText.Create(stream, isIndented: true);
        xml.WriteStartElement("graphml", GraphmlSpace);
        WriteKey(xml, "node", "label", "label", "string");
        foreach ((string key, string name) in NodeAttributes)
            WriteKey(xml, "node", key, name, "string");
        WriteKey(xml, "edge", "weight", "weight", "double");
        foreach ((string key, string name, string type, _) in LinkAttributes)
            WriteKey(xml, "edge", key, name, type);
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("id", "lesart");
        xml.WriteAttributeString("edgedefault", "directed");
        for (int i = 0; i < _nodes.Count; i++)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", NodeId(i));
            WriteData(xml, "label", _nodes[i].Label);
            foreach ((string key, string value) in Values(_nodes[i]))
                WriteData(xml, key, value);
            xml.WriteEndElement();
        }

        for (int i = 0; i < _links.Count; i++)
        {
            xml.WriteStartElement("edge");
            WriteEnds(xml, i);
            WriteData(xml, "weight", _links[i].Count.ToString(CultureInfo.InvariantCulture));
            foreach ((string key, string value) in Values(_links[i]))
                WriteData(xml, key, value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Writes GEXF 1.3; the stream stays open.</summary>
    public void WriteGexf(Stream stream)
    {
        using XmlWriter xml = XmlText.Create(stream, isIndented: true);
        xml.WriteStartElement("gexf", GexfSpace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("defaultedgetype", "directed");
        WriteAttributes(xml, "node", NodeAttributes.Select(static attribute => (attribute.Key, attribute.Name, "string")));
        WriteAttributes(xml, "edge", LinkAttributes.Select(static attribute => (attribute.Key, attribute.Name, attribute.GexfType)));
        xml.WriteStartElement("nodes");
        for (int i = 0; i < _nodes.Count; i++)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", NodeId(i));
            xml.WriteAttributeString("label", XmlText.Fit(_nodes[i].Label));
            WriteValues(xml, Values(_nodes[i]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges");
        for (int i = 0; i < _links.Count; i++)
        {
            xml.WriteStartElement("edge");
            WriteEnds(xml, i);
            xml.WriteAttributeString("weight", _links[i].Count.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("kind", _links[i].Relation); // more than one link between two nodes is told by its kind
            WriteValues(xml, Values(_links[i]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Count(Dictionary<(int, int, string), Link> links, int from, int to, string relation, Stance stance)
    {
        Link link = links.GetValueOrDefault((from, to, relation), new Link(from, to, relation, "", 0, 0, 0));
        links[(from, to, relation)] = link with
        {
            Count = link.Count + 1,
            Denied = link.Denied + (stance == Stance.Denied ? 1 : 0),
            Hedged = link.Hedged + (stance == Stance.Hedged ? 1 : 0),
        };
    }

    private int NumberOf(StoryView story, string entity) =>
        NumberOf("entity", entity, story.NameOf(entity), story.Entities.TryGetValue(entity, out NamedEntity? named) ? Names.Of(named.Type) : "");

    private int NumberOf(string kind, string id, string label, string type)
    {
        if (!_numbers.TryGetValue((kind, id), out int number))
        {
            number = _nodes.Count;
            _numbers.Add((kind, id), number);
            _nodes.Add(new Node(kind, id, label, type));
        }

        return number;
    }

    private static (string Key, string Value)[] Values(Node node) => [("kind", node.Kind), ("type", node.Type), ("entity", node.Kind == "entity" ? node.Id : "")];

    private static (string Key, string Value)[] Values(Link link) =>
        [("relation", link.Relation), ("story", link.Story), ("denied", link.Denied.ToString(CultureInfo.InvariantCulture)), ("hedged", link.Hedged.ToString(CultureInfo.InvariantCulture))];

    private static string NodeId(int number) => string.Create(CultureInfo.InvariantCulture, $"n{number}");

    private void WriteEnds(XmlWriter xml, int link)
    {
        xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"e{link}"));
        xml.WriteAttributeString("source", NodeId(_links[link].From));
        xml.WriteAttributeString("target", NodeId(_links[link].To));
    }

    private static void WriteKey(XmlWriter xml, string of, string key, string name, string type)
    {
        xml.WriteStartElement("key");
        xml.WriteAttributeString("id", key);
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void WriteData(XmlWriter xml, string key, string value)
    {
        if (value.Length == 0)
            return;
        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        xml.WriteString(XmlText.Fit(value));
        xml.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter xml, string of, IEnumerable<(string Key, string Name, string Type)> attributes)
    {
        xml.WriteStartElement("attributes");
        xml.WriteAttributeString("class", of);
        foreach ((string key, string name, string type) in attributes)
        {
            xml.WriteStartElement("attribute");
            xml.WriteAttributeString("id", key);
            xml.WriteAttributeString("title", name);
            xml.WriteAttributeString("type", type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, (string Key, string Value)[] values)
    {
        xml.WriteStartElement("attvalues");
        foreach ((string key, string value) in values.Where(static pair => pair.Value.Length > 0))
        {
            xml.WriteStartElement("attvalue");
            xml.WriteAttributeString("for", key);
            xml.WriteAttributeString("value", XmlText.Fit(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private sealed record Node(string Kind, string Id, string Label, string Type);

    private sealed record Link(int From, int To, string Relation, string Story, int Count, int Denied, int Hedged);
}

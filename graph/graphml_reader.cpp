#include "graph/graphml_reader.hpp"

#include "extract/base/error.hpp"
#include "extract/base/utf8.hpp"
#include "graph/names.hpp"

#include <libxml/xmlreader.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace newsgraph {

namespace {

using Attributes = std::map<std::string, std::string>;  // by attr.name

struct ReaderDeleter {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
using ReaderHandle = std::unique_ptr<xmlTextReader, ReaderDeleter>;

// No network, and none of the flags that would load a DTD or put entities in.
constexpr int parse_options = XML_PARSE_NONET | XML_PARSE_COMPACT;

struct PendingEdge {
    GraphEdge edge;
    std::string source;
    std::string target;
    int line = 0;
};

struct Key {
    std::string scope;  // node, edge, all
    std::string name;
};

struct Problem {
    int line = 0;
    std::string text;
};

// libxml2's message types differ between versions in `const` alone.
template <typename Error>
void note_problem(void* to, Error* error) {
    auto* problem = static_cast<Problem*>(to);
    if (problem->text.empty() && error != nullptr && error->level >= XML_ERR_ERROR) {
        problem->line = error->line;
        // Of a document that breaks off libxml2 says that there is extra content at its end.
        problem->text = error->code == XML_ERR_DOCUMENT_END ? "the XML ends early, or something stands behind its end"
                        : error->message == nullptr         ? "not well-formed"
                                                            : error->message;
        while (!problem->text.empty() && (problem->text.back() == '\n' || problem->text.back() == ' ')) {
            problem->text.pop_back();
        }
    }
}

class Parser {
public:
    Parser(ReaderHandle reader, std::string name) : reader_(std::move(reader)), name_(std::move(name)) {
        xmlTextReaderSetStructuredErrorHandler(reader_.get(), &note_problem<std::remove_pointer_t<xmlErrorPtr>>, &problem_);
    }

    KnowledgeGraph parse() {
        int state = 0;
        while ((state = xmlTextReaderRead(reader_.get())) == 1) {
            visit();
        }
        if (state != 0 || !problem_.text.empty()) {
            throw FormatError(name_ + ":" + std::to_string(problem_.line) + ": " +
                              (problem_.text.empty() ? "cannot be read" : problem_.text));
        }
        if (!seen_graph_) {
            throw FormatError(name_ + ": no GraphML: it has no graph element");
        }
        return finish();
    }

private:
    [[noreturn]] void refuse(int line, const std::string& what) const {
        throw FormatError(name_ + ":" + std::to_string(line) + ": " + what);
    }

    // The parser has read ahead of the node; but it counts further than a node can.
    int line() const {
        constexpr long most = 65535;
        const long of_node = xmlGetLineNo(xmlTextReaderCurrentNode(reader_.get()));
        return of_node > 0 && of_node < most ? static_cast<int>(of_node) : xmlTextReaderGetParserLineNumber(reader_.get());
    }

    static std::string text(const xmlChar* chars) {
        return chars == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(chars));
    }

    std::string attribute(const char* name) const {
        xmlChar* value = xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name));
        std::string out = text(value);
        xmlFree(value);
        return out;
    }

    void visit() {
        switch (xmlTextReaderNodeType(reader_.get())) {
        case XML_READER_TYPE_DOCUMENT_TYPE:
            refuse(line(), "a document type is not allowed in a graph file");
        case XML_READER_TYPE_ELEMENT:
            open(text(xmlTextReaderConstLocalName(reader_.get())));
            break;
        case XML_READER_TYPE_END_ELEMENT:
            close(text(xmlTextReaderConstLocalName(reader_.get())));
            break;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            if (!data_name_.empty()) {
                data_text_ += text(xmlTextReaderConstValue(reader_.get()));
            }
            break;
        default:
            break;
        }
    }

    void open(const std::string& element) {
        if (xmlTextReaderDepth(reader_.get()) == 0 && element != "graphml") {
            refuse(line(), "no GraphML: the root element is '" + element + "'");
        }
        const bool empty = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
        if (element == "key") {
            const std::string name = attribute("attr.name");
            const std::string scope = attribute("for");
            key_ = {scope.empty() ? "all" : scope, name.empty() ? attribute("id") : name};
            keys_[{key_.scope, attribute("id")}] = key_.name;
        } else if (element == "default" && !key_.name.empty() && !empty) {
            data_name_ = key_.name;
            data_text_.clear();
        } else if (element == "graph") {
            seen_graph_ = true;
            undirected_ = attribute("edgedefault") == "undirected";
            if (kind_ == "node") {  // a graph inside a node: its data, if any, came before
                finish_node();
            }
        } else if (element == "node") {
            open_thing("node");
            node_ = GraphNode();
            node_.id = attribute("id");
            if (node_.id.empty()) {
                refuse(line(), "a node without an id");
            }
        } else if (element == "edge") {
            open_edge();
        } else if (element == "data" && !kind_.empty() && !empty) {
            data_name_ = key_name(attribute("key"));
            data_text_.clear();
        }
        if (empty) {
            close(element);
        }
    }

    void open_thing(const char* kind) {
        kind_ = kind;
        line_ = line();
        attributes_ = defaults_["all"];
        for (const auto& [name, text] : defaults_[kind]) {
            attributes_[name] = text;
        }
    }

    void open_edge() {
        open_thing("edge");
        edge_ = PendingEdge();
        edge_.line = line_;
        edge_.edge.id = attribute("id");
        edge_.source = attribute("source");
        edge_.target = attribute("target");
        const std::string directed = attribute("directed");
        edge_.edge.symmetric = directed == "false" || (undirected_ && directed != "true");
        const std::string label = attribute("label");
        if (!label.empty()) {
            attributes_["label"] = label;
        }
    }

    // A key that no <key> declares stands for itself.
    std::string key_name(const std::string& id) const {
        for (const std::string& scope : {kind_, std::string("all")}) {
            const auto found = keys_.find({scope, id});
            if (found != keys_.end()) {
                return found->second;
            }
        }
        return id;
    }

    void close(const std::string& element) {
        if (element == "data" && !data_name_.empty()) {
            attributes_[data_name_] = data_text_;
            data_name_.clear();
        } else if (element == "default" && !data_name_.empty()) {
            defaults_[key_.scope][data_name_] = data_text_;
            data_name_.clear();
        } else if (element == "key") {
            key_ = {};
        } else if (element == "node" && kind_ == "node") {
            finish_node();
        } else if (element == "edge" && kind_ == "edge") {
            close_edge();
            kind_.clear();
        }
    }

    std::string value(const char* name) const {
        const auto found = attributes_.find(name);
        return found == attributes_.end() ? std::string() : found->second;
    }

    static std::string_view trimmed(std::string_view text) {
        constexpr std::string_view blanks = " \t\r\n";
        const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
        return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
    }

    double number(const char* name, double fallback) const {
        const std::string written = value(name);
        std::string_view digits = trimmed(written);
        if (digits.empty()) {
            return fallback;
        }
        digits.remove_prefix(digits.front() == '+' ? 1 : 0);
        double out = 0.0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
        if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(out)) {
            refuse(line_, std::string("'") + name + "' is no number: '" + written + "'");
        }
        return out;
    }

    std::uint32_t count(const char* name, double fallback) const {
        const double largest = std::numeric_limits<std::uint32_t>::max();
        return static_cast<std::uint32_t>(std::clamp(std::round(number(name, fallback)), 0.0, largest));
    }

    void finish_node() {
        kind_.clear();
        const std::string label = value("label").empty() ? value("name") : value("label");
        node_.label = label.empty() ? node_.id : label;
        node_.type = value("type");
        node_.wikidata = value("wikidata");
        node_.first_seen = value("first_seen");
        node_.last_seen = value("last_seen");
        node_.mentions = count("mentions", 0);
        node_.documents = count("documents", 0);
        constexpr std::string_view between = " | ";
        const std::string aliases = value("aliases");
        for (std::size_t begin = 0; begin < aliases.size();) {
            const std::size_t end = std::min(aliases.find(between, begin), aliases.size());
            if (end > begin) {
                node_.aliases.push_back(aliases.substr(begin, end - begin));
            }
            begin = end + between.size();
        }
        nodes_.push_back(std::move(node_));
    }

    void close_edge() {
        GraphEdge& edge = edge_.edge;
        edge.relation = value("relation").empty() ? value("label") : value("relation");
        const std::string status = value("status");
        if (!status.empty()) {
            const auto known = edge_status(status);
            if (!known) {
                refuse(line_, "edge '" + edge.id + "': unknown status '" + status + "'");
            }
            edge.status = *known;
        }
        edge.symmetric = edge.symmetric || number("symmetric", 0) != 0.0;
        edge.weight = std::max<std::uint32_t>(1, count("weight", 1));
        edge.stories = count("stories", edge.weight);
        edge.mentions = count("mentions", 0);
        edge.documents = count("documents", 0);
        edge.confidence = number("confidence", 1.0);
        edge.first_seen = value("first_seen");
        edge.last_seen = value("last_seen");
        edge.plover = value("plover");
        edge.quad = value("quad");
        edge.score = number("score", 0.0);
        edge.evidence = value("evidence");
        edge.source_title = value("source_title");
        edge.source_url = value("source_url");
        if (!edge.evidence.empty()) {
            EdgeEvidence best;
            best.title = edge.source_title;
            best.url = edge.source_url;
            best.text = edge.evidence;
            best.confidence = edge.confidence;
            best.cue = value("cue");
            mark_cue(best);
            edge.statements.push_back(std::move(best));
        }
        edges_.push_back(std::move(edge_));
    }

    // GraphML has the cue's words, not their place: that is known where they come once.
    static void mark_cue(EdgeEvidence& statement) {
        const std::string cue = one_line(statement.cue);
        const std::size_t begin = cue.empty() ? std::string::npos : statement.text.find(cue);
        if (begin == std::string::npos || statement.text.find(cue, begin + 1) != std::string::npos) {
            return;
        }
        statement.cue_begin = static_cast<std::uint32_t>(utf8::length(std::string_view(statement.text).substr(0, begin)));
        statement.cue_end = statement.cue_begin + static_cast<std::uint32_t>(utf8::length(cue));
    }

    // GraphML's edges need no id.
    void name_edges() {
        std::set<std::string> taken;
        for (const PendingEdge& pending : edges_) {
            taken.insert(pending.edge.id);
        }
        std::size_t number = 0;
        for (PendingEdge& pending : edges_) {
            ++number;
            for (std::string id = "edge-" + std::to_string(number); pending.edge.id.empty(); id += "-") {
                pending.edge.id = taken.insert(id).second ? id : "";
            }
        }
    }

    KnowledgeGraph finish() {
        std::map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            places.emplace(nodes_[i].id, i);
        }
        name_edges();
        std::vector<GraphEdge> edges;
        for (PendingEdge& pending : edges_) {
            for (const auto& [end, index] : {std::pair(&pending.source, &pending.edge.source),
                                             std::pair(&pending.target, &pending.edge.target)}) {
                const auto found = places.find(*end);
                if (found == places.end()) {
                    refuse(pending.line, "edge '" + pending.edge.id + "' leads to a node that is not there: '" + *end + "'");
                }
                *index = found->second;
            }
            edges.push_back(std::move(pending.edge));
        }
        try {
            return {std::move(nodes_), std::move(edges), false};
        } catch (const FormatError& error) {
            throw FormatError(name_ + ": " + error.what());
        }
    }

    ReaderHandle reader_;
    std::string name_;
    Problem problem_;
    bool seen_graph_ = false;
    bool undirected_ = false;
    std::map<std::pair<std::string, std::string>, std::string> keys_;  // (for, id) -> attr.name
    std::map<std::string, Attributes> defaults_;                       // for -> attr.name -> value
    Key key_;                                                          // the one being read

    std::string kind_;  // of the element whose data is being read: node, edge or ""
    int line_ = 0;
    Attributes attributes_;
    std::string data_name_;
    std::string data_text_;
    GraphNode node_;
    PendingEdge edge_;

    std::vector<GraphNode> nodes_;
    std::vector<PendingEdge> edges_;
};

class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0) {
            ::close(value_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return value_; }

private:
    int value_;
};

}  // namespace

KnowledgeGraph read_graphml(const std::filesystem::path& file) {
    // Opened here and not by libxml2, for which a path may be an address in the network.
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (descriptor.get() < 0) {
        throw IoError(file.string() + ": " + std::strerror(errno));
    }
    if (std::filesystem::is_directory(file)) {
        throw IoError(file.string() + ": a folder, not a graph file");
    }
    ReaderHandle reader(xmlReaderForFd(descriptor.get(), nullptr, nullptr, parse_options));
    if (reader == nullptr) {
        throw IoError(file.string() + ": cannot be read");
    }
    return Parser(std::move(reader), file.string()).parse();
}

KnowledgeGraph parse_graphml(std::string_view xml, std::string_view name) {
    if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw FormatError(std::string(name) + ": too large to be read from memory");
    }
    ReaderHandle reader(xmlReaderForMemory(xml.data() == nullptr ? "" : xml.data(), static_cast<int>(xml.size()), nullptr,
                                           nullptr, parse_options));
    if (reader == nullptr) {
        throw FormatError(std::string(name) + ": cannot be read");
    }
    return Parser(std::move(reader), std::string(name)).parse();
}

}  // namespace newsgraph

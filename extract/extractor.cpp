#include "extract/extractor.hpp"

#include "extract/base/error.hpp"
#include "extract/base/utf8.hpp"
#include "extract/clauses/tree.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/common_nouns.hpp"
#include "extract/names/concepts.hpp"
#include "extract/names/coreference.hpp"
#include "extract/names/descriptions.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/home.hpp"
#include "extract/names/name_marks.hpp"
#include "extract/names/name_model.hpp"
#include "extract/names/name_word.hpp"
#include "extract/names/names.hpp"
#include "extract/nlp/pipeline.hpp"
#include "extract/parts.hpp"
#include "extract/relations/circumstances.hpp"
#include "extract/relations/relation_table.hpp"
#include "extract/relations/statements.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace newsgraph {

namespace {

RelationTable read_relations(const std::filesystem::path& file) {
    if (file.empty()) return RelationTable(data::relations(), "relations.tsv");
    std::ifstream in(file, std::ios::binary);
    const std::string table{std::istreambuf_iterator<char>(in), {}};
    if (!in && !in.eof()) throw IoError(file.string() + ": cannot be read");
    return RelationTable(table, file.string());
}

// The tokens of one part become part of the whole document.
void append_part(nlp::Doc& whole, nlp::Doc&& part, std::size_t begin_byte, std::uint32_t begin) {
    const auto first = static_cast<std::uint32_t>(whole.tokens.size());
    for (nlp::Token& token : part.tokens) {
        token.begin += begin;
        token.end += begin;
        token.begin_byte += static_cast<std::uint32_t>(begin_byte);
        token.end_byte += static_cast<std::uint32_t>(begin_byte);
        token.head += static_cast<std::int32_t>(first);
        token.left_edge += first;
        token.right_edge += first;
        whole.tokens.push_back(std::move(token));
    }
    whole.vector_width = part.vector_width;
    whole.vectors.insert(whole.vectors.end(), part.vectors.begin(), part.vectors.end());
}

Layout layout_of(const std::vector<TextPart>& parts, const nlp::Doc& doc) {
    Layout layout;
    const auto token_at = [&](std::size_t byte) {
        const auto place = std::lower_bound(doc.tokens.begin(), doc.tokens.end(), byte,
                                            [](const nlp::Token& token, std::size_t at) { return token.begin_byte < at; });
        return static_cast<Index>(place - doc.tokens.begin());
    };
    for (const TextPart& part : parts) {
        if (part.kind == TextPart::Kind::title) layout.headline_end = token_at(part.end_byte);
        if (part.kind != TextPart::Kind::dateline) continue;
        layout.dateline_begin = token_at(part.begin_byte);
        layout.dateline_end = token_at(part.end_byte);
    }
    return layout;
}

// A name may have been wrapped to the next line, behind the marks of quoted mail.
std::string one_line(std::string_view name) {
    std::string line;
    for (const char c : running_text(name)) {
        if (c != ' ' || !line.ends_with(' ')) line += c;
    }
    return line;
}

class RecordMaker {
public:
    RecordMaker(const nlp::Doc& doc, const Tree& tree, const Names& names, const RelationTable& table,
                const std::vector<FoundStatement>& statements)
        : doc_(doc), tree_(tree), names_(names), table_(table), numbers_(names.things.size(), no_name) {
        number_things(statements);
    }

    void add_sentences(Record& record) const {
        for (const auto& sentence : tree_.sentences()) record.sentences.push_back(span(sentence.begin, sentence.end));
    }

    // The names' and concepts' own mentions, then what describes them, in the order of the text.
    void add_entities(const std::vector<NameMention>& descriptions, Record& record) const {
        for (std::size_t i = 0; i < names_.things.size(); ++i) {
            if (numbers_[i] == no_name) continue;
            const NamedThing& thing = names_.things[i];
            record.entities.push_back({entity_id(i), thing.node, one_line(thing.label), thing.type, {}});
        }
        for (const auto* mentions : {&names_.mentions, &descriptions}) {
            for (const NameMention& mention : *mentions) {
                if (numbers_[mention.thing] == no_name) continue;
                record.entities[numbers_[mention.thing]].mentions.push_back(
                    {span(mention.begin, mention.end), text(mention.begin, mention.end), mention.kind});
            }
        }
        for (Entity& entity : record.entities) {
            std::stable_sort(entity.mentions.begin(), entity.mentions.end(),
                             [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
        }
    }

    void add_statement(const FoundStatement& found, Record& record) const {
        Statement statement;
        const NameMention& source = names_.mentions[found.source];
        const NameMention& target = names_.mentions[found.target];
        statement.source = entity_id(source.thing);
        statement.target = entity_id(target.thing);
        statement.relation = table_.relations()[found.relation].name;
        statement.sentence = static_cast<std::uint32_t>(tree_.sentence(found.cue_begin));
        statement.cue = {span(found.cue_begin, found.cue_end), text(found.cue_begin, found.cue_end)};
        statement.source_span = span(source.begin, source.end);
        statement.target_span = span(target.begin, target.end);
        statement.polarity = found.negated ? "negated" : "asserted";
        statement.realis = found.realis;
        statement.attribution = attribution(found);
        statement.role = found.role;
        statement.what = found.what;
        statement.place = found.place;
        if (found.time_end > 0) {
            statement.date = StatementDate{found.time_value, found.time_precision, text(found.time_begin, found.time_end)};
        }
        if (found.amount_end > 0) statement.amount = text(found.amount_begin, found.amount_end);
        statement.confidence = found.confidence;
        record.statements.push_back(std::move(statement));
    }

private:
    static bool happens(NounClass noun_class) {
        return noun_class == NounClass::act || noun_class == NounClass::event || noun_class == NounClass::communication;
    }

    // All names; of the concepts all that last, and of what happens or is said what recurs or stands in a statement: every
    // phrase would be too much.
    void number_things(const std::vector<FoundStatement>& statements) {
        std::vector<std::size_t> uses(names_.things.size(), 0);
        for (const NameMention& mention : names_.mentions) ++uses[mention.thing];
        for (const FoundStatement& statement : statements) {
            uses[names_.mentions[statement.source].thing] += 2;
            uses[names_.mentions[statement.target].thing] += 2;
        }
        std::size_t next = 0;
        for (std::size_t i = 0; i < names_.things.size(); ++i) {
            const NamedThing& thing = names_.things[i];
            if (thing.type != concept_type || uses[i] >= 2 || !happens(thing.noun_class)) numbers_[i] = next++;
        }
    }

    std::string entity_id(std::size_t thing) const { return "e" + std::to_string(numbers_[thing] + 1); }

    TextSpan span(Index begin, Index end) const {
        // White space at the end belongs to no span.
        while (end > begin + 1 && doc_.tokens[end - 1].is_space) --end;
        return {doc_.tokens[begin].begin, doc_.tokens[end - 1].end};
    }

    std::string text(Index begin, Index end) const { return std::string(doc_.text_of(nlp::Span{begin, end, {}})); }

    std::optional<Attribution> attribution(const FoundStatement& found) const {
        if (found.speaker != no_name) {
            const NameMention& speaker = names_.mentions[found.speaker];
            return Attribution{entity_id(speaker.thing), text(speaker.begin, speaker.end)};
        }
        if (found.speaker_token == no_index) return std::nullopt;
        const nlp::Token& token = tree_.token(found.speaker_token);
        return Attribution{{}, text(token.left_edge, std::min(token.right_edge, found.speaker_token) + 1)};
    }

    const nlp::Doc& doc_;
    const Tree& tree_;
    const Names& names_;
    const RelationTable& table_;
    std::vector<std::size_t> numbers_;  // per thing: its place in the record, no_name for those left out
};

}  // namespace

struct Extractor::Parts {
    Parts(const nlp::Pipeline& pipe, const ExtractorOptions& options)
        : pipeline(pipe),
          gazetteer(known_things()),
          words(data::names(), "names.tsv"),
          forenames(data::forenames(), "forenames.tsv"),
          times(data::times(), "times.tsv"),
          credits(data::credits(), "credits.tsv"),
          lists(data::name_lists(), data::forenames(), {data::gazetteer(), data::organizations(), data::places()}),
          vectors(data::name_words(), "name_words.bin"),
          model(data::name_model(), "name_model.bin", lists, vectors),
          vectors_fit(name_model::print_of(nlp::Annotator(pipe).annotate(std::string(name_model::probe))) == model.vectors()),
          noun_classes(data::noun_classes(), "noun_classes.tsv"),
          relations(read_relations(options.relations)),
          concepts(options.concepts),
          statements{options.open, options.statements},
          any_language(options.any_language) {}

    Names names_of(const Tree& tree, const Layout& layout) const {
        Names names = with_coreference(tree, words, forenames, find_names(tree, gazetteer, words, forenames, layout), layout);
        names.home = home_of(tree, gazetteer, layout, names);
        return concepts ? with_concepts(tree, noun_classes, words, layout, std::move(names)) : names;
    }

    const nlp::Pipeline& pipeline;
    Gazetteer gazetteer;
    NameWords words;
    Forenames forenames;
    TimeWords times;
    Credits credits;
    NameLists lists;
    WordVectors vectors;
    NameModel model;
    bool vectors_fit;  // are the pipeline's vectors those that the names model was trained on?
    NounClasses noun_classes;
    RelationTable relations;
    bool concepts;
    StatementOptions statements;
    bool any_language;
};

Extractor::Extractor(const nlp::Pipeline& pipeline, const ExtractorOptions& options)
    : parts_(std::make_unique<Parts>(pipeline, options)) {}

Extractor::~Extractor() = default;

Record Extractor::extract(const Article& article, const nlp::Doc& doc) const {
    return extract(article, doc, layout_of(parts_of(article, parts_->credits), doc));
}

Record Extractor::extract(const Article& article, const nlp::Doc& doc, const Layout& layout) const {
    const Tree tree(doc);
    const Names names = parts_->names_of(tree, layout);
    Record record{article.id, article.title, article.date, article.source, article.url, article.text, {}, {}, {}};
    auto statements = find_statements(tree, names, parts_->relations, parts_->noun_classes, parts_->statements);
    add_circumstances(tree, names, parts_->times, article.date, statements);
    const RecordMaker maker(doc, tree, names, parts_->relations, statements);
    maker.add_sentences(record);
    maker.add_entities(Describing(tree, parts_->noun_classes, parts_->words, names).all(), record);
    for (const auto& found : statements) maker.add_statement(found, record);
    return record;
}

nlp::Doc Extractor::with_names(const Article& article, nlp::Doc doc) const {
    const Layout layout = layout_of(parts_of(article, parts_->credits), doc);
    return with_names(std::move(doc), layout);
}

nlp::Doc Extractor::with_names(nlp::Doc doc, const Layout& layout) const {
    const Tree tree(doc);
    const Names names = find_names(tree, parts_->gazetteer, parts_->words, parts_->forenames, layout);
    for (nlp::Token& token : doc.tokens) {
        token.iob = nlp::Iob::outside;
        token.entity_type = {};
    }
    for (const NameMention& mention : names.mentions) {
        if (mention.inner) continue;
        // The word for a people says which country acts, but it is no name of the country.
        const auto type = node_type(mention.kind == "demonym" ? "group" : names.things[mention.thing].type);
        for (Index i = mention.begin; i < mention.end; ++i) {
            doc.tokens[i].iob = i == mention.begin ? nlp::Iob::begin : nlp::Iob::inside;
            doc.tokens[i].entity_type = type;
        }
    }
    return doc;
}

struct Extractor::Session::State {
    State(const Extractor& from, const nlp::Pipeline& pipeline)
        : extractor(from), annotator(pipeline), words(from.parts_->lists, from.parts_->words, from.parts_->vectors, &from.parts_->model) {}

    const Extractor& extractor;
    nlp::Annotator annotator;
    NameWordCache words;
    std::optional<ForeignText> foreign;  // in the article read last

    struct Parsed {
        nlp::Doc doc;
        Layout layout;
    };

    Parsed parse(const Article& article) {
        auto text_parts = parts_of(article, extractor.parts_->credits);
        auto read_parts = text_parts;
        nlp::Doc doc = annotate(article, read_parts);
        const Parts& parts = *extractor.parts_;
        mark_names(doc, parts.model.find(doc, words.of(doc), parts.vectors_fit));
        unmark_common_nouns(doc, parts.noun_classes);
        doc.vectors = {};
        doc.vector_width = 0;
        const Layout layout = layout_of(text_parts, doc);
        return {std::move(doc), layout};
    }

    // Marks the parts that are not English, too.
    nlp::Doc annotate(const Article& article, std::vector<TextPart>& text_parts) {
        nlp::Doc whole;
        whole.text = article.text;
        std::size_t byte = 0;
        std::uint32_t characters = 0;
        foreign.reset();
        if (!extractor.parts_->any_language) foreign = mark_foreign(article, text_parts);
        auto next = text_parts.begin();
        while (next != text_parts.end()) {
            std::vector<std::string> texts;
            const auto begin = next;
            for (std::size_t size = 0; next != text_parts.end() && size < read_at_once; ++next) {
                if (!is_read(next->kind)) continue;
                const auto text = std::string_view(whole.text).substr(next->begin_byte, next->end_byte - next->begin_byte);
                texts.push_back(running_text(text));
                size += text.size();
            }
            auto docs = annotator.annotate(std::move(texts));
            auto doc = docs.begin();
            for (auto part = begin; part != next; ++part) {
                if (!is_read(part->kind)) continue;
                characters += static_cast<std::uint32_t>(utf8::length(std::string_view(whole.text).substr(byte, part->begin_byte - byte)));
                byte = part->begin_byte;
                append_part(whole, std::move(*doc++), byte, characters);
            }
        }
        return whole;
    }

    static constexpr std::size_t read_at_once = 8192;  // bytes of parts: enough to fill the networks' windows
};

Extractor::Session::Session(const Extractor& extractor)
    : state_(std::make_unique<State>(extractor, extractor.parts_->pipeline)) {}

Extractor::Session::~Session() = default;

Record Extractor::Session::extract(const Article& article) {
    const State::Parsed parsed = state_->parse(article);
    return state_->extractor.extract(article, parsed.doc, parsed.layout);
}

const std::optional<ForeignText>& Extractor::Session::foreign() const { return state_->foreign; }

nlp::Doc Extractor::Session::annotate(const Article& article) {
    auto text_parts = parts_of(article, state_->extractor.parts_->credits);
    return state_->annotate(article, text_parts);
}

nlp::Doc Extractor::Session::parse(const Article& article) {
    State::Parsed parsed = state_->parse(article);
    return state_->extractor.with_names(std::move(parsed.doc), parsed.layout);
}

}  // namespace newsgraph

// Article -> Record: the one function of this room that the others call. An Extractor is immutable after construction
// and may be shared by threads; each thread brings its own Session, which owns caches and scratch memory. The result
// depends on the article, the model and the data files alone.
#pragma once

#include "extract/article.hpp"
#include "extract/language.hpp"
#include "extract/record.hpp"

#include <filesystem>
#include <memory>

namespace newsgraph {

struct Layout;

namespace nlp {
class Pipeline;
struct Doc;
}  // namespace nlp

struct ExtractorOptions {
    std::filesystem::path relations;  // a relation table in place of the compiled-in one; empty: that one
    bool open = false;                // other verbs between two names become `related_to`
    bool statements = false;          // `says_about` too
    bool concepts = false;            // nouns that are no names as entities and ends of statements, too
    bool any_language = false;        // read what is not English as if it were
};

class Extractor {
public:
    // The pipeline must outlive the extractor. Throws FormatError with file and line for a bad relation table.
    Extractor(const nlp::Pipeline& pipeline, const ExtractorOptions& options);
    ~Extractor();
    Extractor(const Extractor&) = delete;
    Extractor& operator=(const Extractor&) = delete;

    class Session {
    public:
        explicit Session(const Extractor& extractor);
        ~Session();
        Record extract(const Article& article);

        // Title, dateline and paragraphs parsed apart, joined into one document whose text is the article's. Its names are
        // the language model's.
        nlp::Doc annotate(const Article& article);

        // What extraction sees: title, dateline and paragraphs parsed apart, joined into one document whose text is the
        // article's, with the names of our own names stage and the types of graph nodes.
        nlp::Doc parse(const Article& article);

        // What was left out of the article read last because it is not English; nothing if any language is read.
        const std::optional<ForeignText>& foreign() const;

    private:
        struct State;
        std::unique_ptr<State> state_;
    };

    // From a document that is parsed already (hand-made ones in tests). Thread-safe.
    Record extract(const Article& article, const nlp::Doc& doc) const;

    // The document with the names of our own names stage in place of the model's. Thread-safe.
    nlp::Doc with_names(const Article& article, nlp::Doc doc) const;

private:
    friend class Session;
    struct Parts;

    Record extract(const Article& article, const nlp::Doc& doc, const Layout& layout) const;
    nlp::Doc with_names(nlp::Doc doc, const Layout& layout) const;

    std::unique_ptr<Parts> parts_;
};

}  // namespace newsgraph

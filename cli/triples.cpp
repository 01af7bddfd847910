#include "cli/article_run.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/language.hpp"
#include "cli/usage_error.hpp"
#include "export/escape.hpp"
#include "export/output_file.hpp"
#include "extract/base/utf8.hpp"
#include "extract/clauses/given_words.hpp"
#include "extract/clauses/triples.hpp"
#include "extract/readers/byte_stream.hpp"

#include <memory>
#include <unistd.h>

namespace newsgraph::cli {

namespace {

constexpr std::size_t longest_line = 1024 * 1024;

// Words behind one another, a tab or a line break in none of them.
std::string cell(const Tree& tree, const Words& words, const std::vector<std::string_view>* written) {
    std::string out;
    for (const Index word : words) {
        if (!out.empty()) out += ' ';
        const std::string_view text = written == nullptr ? tree.text(word) : (*written)[word];
        for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
    return out;
}

void append(const Tree& tree, const Triple& triple, const std::string& place, const std::vector<std::string_view>* written,
            std::string& out) {
    out += place + "\t" + cell(tree, triple.subject, written) + "\t" + cell(tree, triple.relation, written) + "\t" +
           cell(tree, triple.object, written) + "\t" + number_text(triple.confidence) + "\n";
}

// ---- articles

std::function<ArticleWork()> triple_works(Language& language, double min_confidence) {
    return [&language, min_confidence]() -> ArticleWork {
        // Shared because std::function copies its callable; only this thread's work uses it.
        auto session = std::make_shared<std::unique_ptr<Extractor::Session>>();
        return [&language, min_confidence, session](readers::InputItem&& item) {
            const Article article = article_of(std::move(item));
            if (!*session) *session = std::make_unique<Extractor::Session>(language.extractor());
            const nlp::Doc doc = (*session)->parse(article);
            const Tree tree(doc);
            Outcome outcome;
            outcome.doc = article.id;
            outcome.place = article.place;
            outcome.remark = foreign_remark(**session);
            for (const Triple& triple : find_triples(tree)) {
                if (triple.confidence < min_confidence) continue;
                const std::size_t sentence = tree.sentence(triple.relation.front());
                append(tree, triple, article.id + ":" + std::to_string(sentence), nullptr, outcome.text);
            }
            return outcome;
        };
    };
}

// ---- sentences

class SentenceReader {
public:
    SentenceReader(Language& language, double min_confidence, OutputFile& output)
        : annotator_(language.pipeline()), min_confidence_(min_confidence), output_(output) {}

    void read(const std::string& path, Terminal& terminal) {
        readers::ByteStream stream(path);
        std::string line;
        std::size_t repaired = 0;  // lines; a warning for each would drown the rest
        std::string first_repaired;
        while (stream.read_line(line, longest_line)) {
            throw_if_interrupted();
            ++number_;
            const std::string place = (path == "-" ? "standard input" : path) + ":" + std::to_string(number_);
            if (line.size() > longest_line) {
                terminal.warning(place + ": longer than a sentence can be (1 MB); passed over");
                failed_ = true;
                continue;
            }
            if (!utf8::is_valid(line)) {
                if (repaired++ == 0) first_repaired = place;
                line = utf8::repair(line).text;
            }
            read_line(line);
        }
        if (repaired > 0) {
            terminal.warning(first_repaired + ": bytes that are no UTF-8 were replaced" +
                             (repaired == 1 ? "" : ", and in " + std::to_string(repaired - 1) + (repaired == 2 ? " more line" : " more lines")));
        }
    }

    bool failed() const { return failed_; }

private:
    void read_line(std::string_view line) {
        const GivenWords given(line);
        if (given.written.empty()) return;
        const nlp::Doc doc = annotator_.annotate_words(given.read);
        const Tree tree(doc);
        std::string out;
        for (const Triple& triple : find_triples(tree)) {
            if (triple.confidence >= min_confidence_) append(tree, triple, std::to_string(number_), &given.written, out);
        }
        output_.write(out);
    }

    nlp::Annotator annotator_;
    double min_confidence_;
    OutputFile& output_;
    std::size_t number_ = 0;
    bool failed_ = false;
};

ExitStatus run_sentences(const CommandLine& line, Terminal& terminal, Language& language, OutputFile& output) {
    std::vector<std::string> inputs = line.arguments();
    if (inputs.empty()) {
        if (::isatty(STDIN_FILENO) == 1) throw UsageError("no input: name files, or '-' for standard input");
        inputs.emplace_back("-");
    }
    SentenceReader reader(language, line.share("min-confidence"), output);
    for (const std::string& input : inputs) reader.read(input, terminal);
    output.commit();
    return reader.failed() ? ExitStatus::failed : ExitStatus::done;
}

}  // namespace

ExitStatus run_triples(const CommandLine& line, Terminal& terminal) {
    const bool sentences = line.has("tokenized");
    Language language(line, terminal, nlp::LemmaOrder::before_3_8_8);
    if (sentences) {
        OutputFile output(line.text("output"), !line.has("no-overwrite"));
        return run_sentences(line, terminal, language, output);
    }
    readers::ArticleReader reader = open_inputs(line, terminal);
    if (line.text("output") == "-" && ::isatty(STDOUT_FILENO) == 1) terminal.data_goes_to_terminal();
    OutputFile output(line.text("output"), !line.has("no-overwrite"));
    const RunTotals totals = run_articles(line, terminal, reader, triple_works(language, line.share("min-confidence")),
                                          [&](Outcome&& outcome) { output.write(outcome.text); });
    output.commit();
    return totals.failed == 0 ? ExitStatus::done : ExitStatus::failed;
}

}  // namespace newsgraph::cli

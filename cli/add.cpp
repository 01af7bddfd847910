#include "cli/article_run.hpp"
#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/record_work.hpp"
#include "cli/relation_lookup.hpp"
#include "cli/store_argument.hpp"
#include "cli/usage_error.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <utility>

namespace newsgraph::cli {

namespace {

// Hashes of articles that need not be read, on their way to the workers. For several threads at once.
class KnownArticles {
public:
    void insert(const std::string& hash) {
        const std::lock_guard lock(mutex_);
        hashes_.insert(hash);
    }
    bool contains(const std::string& hash) const {
        const std::lock_guard lock(mutex_);
        return hashes_.contains(hash);
    }

private:
    mutable std::mutex mutex_;
    std::unordered_set<std::string> hashes_;
};

// The store is locked for others from the first article of a transaction to its last. A second writer waits for five
// seconds, so it gets its turn.
constexpr std::chrono::milliseconds longest_transaction(200);

// Articles into a store, which is made when there is something to put in. The caller's thread alone uses it: it looks up
// what comes, and keeps what the workers made of it.
class Adding {
public:
    Adding(const CommandLine& line, Terminal& terminal)
        : line_(line),
          terminal_(terminal),
          path_(store_argument(line)),
          relations_(relation_lookup(line.text("relations"))),
          language_(line, terminal, nlp::LemmaOrder::before_3_8_8) {
        std::error_code error;
        if (std::filesystem::exists(path_, error)) open();
    }

    void add(readers::ArticleReader& reader) {
        run([&]() -> std::optional<readers::InputItem> {
            auto item = reader.next();
            if (!item) return item;
            terminal_.progress(reader.bytes_read(), reader.bytes_total());
            if (const auto* article = std::get_if<Article>(&*item)) {
                prepare_to_read();
                const std::string hash = hash_of(*article);
                if (store_->has_read(hash, *reading_)) known_.insert(hash);
            }
            return item;
        });
    }

    // Reads again what was read otherwise.
    void refresh() {
        if (!store_) throw IoError(path_ + ": there is no such store");
        prepare_to_read();
        const std::vector<std::int64_t> rows = store_->outdated(*reading_);
        std::size_t next = 0;
        run([&]() -> std::optional<readers::InputItem> {
            if (next == rows.size()) return {};
            terminal_.progress(next, rows.size());
            return store_->article(rows[next++]);
        });
        std::size_t left = 0;
        for (const auto& [reading, documents] : store_->info().readings) {
            if (reading != *reading_) left += static_cast<std::size_t>(documents);
        }
        if (left > 0) {
            terminal_.warning(counted(left, "article") + " could not be read again and " + (left == 1 ? "stays as it is" : "stay as they are"));
        }
    }

    ExitStatus finish() {
        if (store_) store_->commit();
        terminal_.outcome(std::to_string(added_) + " added, " + std::to_string(replaced_) + " replaced, " +
                          std::to_string(unchanged_) + " unchanged");
        return failed_ == 0 ? ExitStatus::done : ExitStatus::failed;
    }

private:
    void open() { store_.emplace(path_); }

    // Before the first article: loads the language model, and refuses to mix.
    void prepare_to_read() {
        if (reading_) return;
        const Reading reading = language_.reading();
        if (!store_) open();
        std::vector<Reading> readings = store_->readings();
        readings.push_back(reading);
        const std::string different = differences(readings);
        if (!different.empty() && !line_.has("refresh")) {
            throw Error(path_ + ": its articles were read with other settings: " + different,
                        "'newsgraph add " + path_ + " --refresh' reads them again with these, from the text that is kept");
        }
        store_->keep(reading, relations_);
        store_->commit();
        reading_ = reading;
    }

    void run(const NextItem& next) {
        const RunTotals totals = run_items(line_, terminal_, next, works(), [this](Outcome&& outcome) { keep(std::move(outcome)); });
        failed_ += totals.failed;
        throw_if_interrupted();
    }

    // An article that was read so before is not read again.
    std::function<ArticleWork()> works() {
        return [this, make_work = record_works(language_)]() -> ArticleWork {
            return [this, record_of = make_work()](readers::InputItem&& item) {
                auto* article = std::get_if<Article>(&item);
                const std::string hash = article == nullptr ? std::string() : hash_of(*article);
                Outcome outcome;
                if (article != nullptr && known_.contains(hash)) {
                    outcome.doc = article->id;
                    outcome.place = article->place;
                    outcome.known = std::move(*article);
                } else {
                    outcome = record_of(std::move(item));
                }
                outcome.article_hash = hash;
                return outcome;
            };
        };
    }

    void keep(Outcome&& outcome) {
        if (outcome.known && !store_->see(outcome.article_hash)) {
            // Another text under its id has come in between and taken its place.
            const std::string hash = outcome.article_hash;
            outcome = record_works(language_)()(std::move(*outcome.known));
            outcome.article_hash = hash;
        }
        if (outcome.known) {
            ++unchanged_;
            return;
        }
        if (!store_) open();
        if (!began_) began_ = std::chrono::steady_clock::now();
        const Reading* reading = outcome.article_hash.empty() ? nullptr : &*reading_;
        const AddResult result = store_->add(*outcome.record, {reading, outcome.article_hash});
        count(result, outcome);
        if (std::chrono::steady_clock::now() - *began_ > longest_transaction) {
            store_->commit();
            began_.reset();
        }
    }

    void count(const AddResult& result, const Outcome& outcome) {
        switch (result.outcome) {
        case AddOutcome::unchanged: ++unchanged_; return;
        case AddOutcome::replaced: ++replaced_; return;
        case AddOutcome::added: ++added_; return;
        case AddOutcome::kept_apart: ++added_; break;
        }
        terminal_.warning(outcome.place + ": another text has the id '" + outcome.record->doc + "' too; both are kept, this one as '" +
                          result.doc + "'");
    }

    const CommandLine& line_;
    Terminal& terminal_;
    std::string path_;
    RelationLookup relations_;
    Language language_;
    std::optional<EvidenceStore> store_;
    std::optional<Reading> reading_;  // once there is an article
    KnownArticles known_;
    std::optional<std::chrono::steady_clock::time_point> began_;
    std::size_t added_ = 0;
    std::size_t replaced_ = 0;
    std::size_t unchanged_ = 0;
    std::size_t failed_ = 0;
};

void refuse_graphs(const std::vector<std::string>& inputs) {
    for (const std::string& path : inputs) {
        if (is_store_file(path)) throw UsageError(path + ": is a store, not an article", "'newsgraph merge STORE OTHER' unites stores");
        if (is_graph_file(path)) throw UsageError(path + ": is a graph, not an article", "'newsgraph build' merges graphs");
    }
}

}  // namespace

ExitStatus run_add(const CommandLine& line, Terminal& terminal) {
    store_argument(line);
    const std::vector<std::string> inputs = behind_store(line);
    refuse_graphs(inputs);
    std::optional<readers::ArticleReader> reader;
    if (!inputs.empty() || !line.has("refresh")) reader.emplace(open_inputs(line, inputs, terminal));
    Adding adding(line, terminal);
    if (reader) adding.add(*reader);
    if (line.has("refresh")) adding.refresh();
    return adding.finish();
}

}  // namespace newsgraph::cli

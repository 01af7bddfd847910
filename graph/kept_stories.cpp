#include "graph/kept_stories.hpp"

#include "graph/kept_resolution.hpp"
#include "graph/stories.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace newsgraph::detail {

namespace {

constexpr const char* signatures_of_changed = "SELECT id, signature FROM graph_changed JOIN documents ON id = document ORDER BY id";
constexpr const char* signatures_gone = "SELECT document, signature FROM graph_signatures_gone";

class Retelling {
public:
    Retelling(sqlite::Database& db, std::size_t most)
        : db_(db),
          most_(most),
          holders_(db, "SELECT document FROM graph_bands WHERE band = ?1"),
          document_(db, "SELECT signature, doc, base, text_hash, ifnull(story, 0) FROM documents LEFT JOIN graph_stories ON document = id"
                        " WHERE id = ?1") {}

    std::vector<std::int64_t> run() {
        find_seeds();
        keep_bands(db_);
        find_copies();
        return write();
    }

private:
    using Text = StorySignature;
    using Order = std::tuple<std::string, std::string, std::string>;  // of documents: id, plain id, hash of the text

    struct Document {
        std::optional<Text> text;
        Order order;
        std::int64_t story = 0;
    };

    // Texts with other copies than before, or in other documents.
    void find_seeds() {
        sqlite::Query gone(db_, signatures_gone);
        while (gone.step()) {
            if (const auto text = read_signature(gone.text(1))) {
                seeds_.insert(*text);
                left_.insert(*text);
            }
        }
        sqlite::Query changed(db_, signatures_of_changed);
        while (changed.step()) {
            changed_.insert(changed.integer(0));
            if (const auto text = read_signature(changed.text(1))) {
                seeds_.insert(*text);
                come_.insert(*text);
            }
        }
    }

    const Document& document(std::int64_t row) {
        const auto [place, fresh] = documents_.try_emplace(row);
        if (fresh) {
            if (documents_.size() > most_) {
                throw NotByParts();
            }
            document_.bind(1, row);
            if (document_.step()) {
                place->second = {read_signature(document_.text(0)), {document_.text(1), document_.text(2), document_.text(3)}, document_.integer(4)};
            }
            document_.reset();
        }
        return place->second;
    }

    // Different texts that are the same in a band, and who has them.
    const std::map<Text, std::set<std::int64_t>>& in_band(std::int64_t band) {
        const auto [place, fresh] = bands_.try_emplace(band);
        if (fresh) {
            std::vector<std::int64_t> rows;
            holders_.bind(1, band);
            while (holders_.step()) {
                rows.push_back(holders_.integer(0));
            }
            for (const std::int64_t row : rows) {
                if (const auto& text = document(row).text) {
                    place->second[*text].insert(row);
                }
            }
        }
        return place->second;
    }

    // Copies of a text that is there, whoever has them.
    std::set<Text> copies_of(const Text& text) {
        std::set<Text> out;
        for (const std::int64_t band : bands_of(text)) {
            const auto& alike = in_band(band);
            const auto own = static_cast<std::size_t>(std::distance(alike.begin(), alike.find(text)));
            for (std::size_t place = 0; const auto& [other, rows] : alike) {
                if (meet_in_band(own, place++) && are_copies(text, other)) {
                    out.insert(other);
                }
            }
        }
        return out;
    }

    std::set<std::int64_t> documents_with(const Text& text) {
        const auto& alike = in_band(bands_of(text).front());
        const auto found = alike.find(text);
        return found == alike.end() ? std::set<std::int64_t>{} : found->second;
    }

    // Everything that copies of copies lead to.
    void find_copies() {
        std::set<Text> waiting = seeds_;
        const std::size_t changes = left_.size() + come_.size();
        for (const Text& text : seeds_) {
            for (const std::int64_t band : bands_of(text)) {
                const auto& alike = in_band(band);
                const bool otherwise_met = alike.size() + changes > all_meet;
                for (const auto& [other, rows] : alike) {
                    if (otherwise_met || (left_.contains(text) && are_copies(text, other))) {
                        waiting.insert(other);
                    }
                }
            }
        }
        std::erase_if(waiting, [this](const Text& text) { return documents_with(text).empty(); });
        while (!waiting.empty()) {
            const Text text = *waiting.begin();
            waiting.erase(waiting.begin());
            const auto [place, fresh] = copies_.try_emplace(text);
            if (fresh) {
                place->second = copies_of(text);
                waiting.insert(place->second.begin(), place->second.end());
            }
        }
    }

    std::vector<std::int64_t> write() {
        std::vector<Text> texts;
        std::map<Text, std::uint32_t> numbers;
        for (const auto& [text, copies] : copies_) {
            numbers.emplace(text, static_cast<std::uint32_t>(texts.size()));
            texts.push_back(text);
        }
        std::vector<std::vector<std::uint32_t>> copies;
        for (const auto& [text, others] : copies_) {
            std::vector<std::uint32_t>& of_text = copies.emplace_back();
            for (const Text& other : others) {
                of_text.push_back(numbers.at(other));
            }
        }
        const std::vector<std::uint32_t> centers = star_centers(texts, copies);
        std::map<std::uint32_t, std::vector<std::int64_t>> told;  // center -> documents
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (const std::int64_t row : documents_with(texts[i])) {
                told[centers[i]].push_back(row);
            }
        }
        for (const auto& [center, rows] : told) {
            const std::int64_t first = *std::min_element(rows.begin(), rows.end(), [this](std::int64_t a, std::int64_t b) {
                return document(a).order < document(b).order;
            });
            std::for_each(rows.begin(), rows.end(), [&](std::int64_t row) { write(row, first); });
        }
        for (const std::int64_t row : changed_) {
            if (!document(row).text) {
                write(row, row);
            }
        }
        return std::move(retold_);
    }

    void write(std::int64_t row, std::int64_t story) {
        if (document(row).story != story) {
            sqlite::Query query(db_, "INSERT OR REPLACE INTO graph_stories VALUES (?1, ?2)");
            query.bind(1, row).bind(2, story).run();
            retold_.push_back(row);
        }
    }

    sqlite::Database& db_;
    const std::size_t most_;
    sqlite::Query holders_, document_;
    std::set<Text> seeds_, left_, come_;
    std::set<std::int64_t> changed_;
    std::map<std::int64_t, Document> documents_;
    std::map<std::int64_t, std::map<Text, std::set<std::int64_t>>> bands_;
    std::map<Text, std::set<Text>> copies_;
    std::vector<std::int64_t> retold_;
};

}  // namespace

void keep_bands(sqlite::Database& db) {
    sqlite::Query forget(db, "DELETE FROM graph_bands WHERE band = ?1 AND document = ?2");
    sqlite::Query gone(db, signatures_gone);
    while (gone.step()) {
        if (const auto text = read_signature(gone.text(1))) {
            for (const std::int64_t band : bands_of(*text)) {
                forget.bind(1, band).bind(2, gone.integer(0)).run();
            }
        }
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    sqlite::Query changed(db, signatures_of_changed);
    while (changed.step()) {
        if (const auto text = read_signature(changed.text(1))) {
            for (const std::int64_t band : bands_of(*text)) {
                rows.emplace_back(band, changed.integer(0));
            }
        }
    }
    std::sort(rows.begin(), rows.end());
    sqlite::Query keep(db, "INSERT OR IGNORE INTO graph_bands VALUES (?1, ?2)");
    for (const auto& [band, document] : rows) {
        keep.bind(1, band).bind(2, document).run();
    }
    db.run("DELETE FROM graph_signatures_gone");
}

std::vector<std::int64_t> tell_stories_anew(sqlite::Database& db, std::size_t most) {
    return Retelling(db, most).run();
}

}  // namespace newsgraph::detail

#include "cli/record_work.hpp"

#include <memory>
#include <utility>

namespace newsgraph::cli {

std::function<ArticleWork()> record_works(Language& language) {
    return [&language]() -> ArticleWork {
        // Shared because std::function copies its callable; only this thread's work uses it.
        auto session = std::make_shared<std::unique_ptr<Extractor::Session>>();
        return [&language, session](readers::InputItem&& item) {
            Outcome outcome;
            if (const auto* line = std::get_if<readers::RecordLine>(&item)) {
                outcome.record = record_from_json(line->json);
                outcome.place = line->place;
            } else {
                const Article& article = std::get<Article>(item);
                if (!*session) *session = std::make_unique<Extractor::Session>(language.extractor());
                outcome.record = (*session)->extract(article);
                outcome.remark = foreign_remark(**session);
                outcome.place = article.place;
            }
            outcome.doc = outcome.record->doc;
            return outcome;
        };
    };
}

}  // namespace newsgraph::cli

// Writes made-up news (made_up_news.hpp) as JSON lines: articles, as `newsgraph build` takes them, or the records that
// `newsgraph extract` would make of them, which are taken likewise.
//
// usage: make_news articles|records COUNT [SEED]
#include "tests/bench/made_up_news.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

using namespace newsgraph;

int main(int count, char** arguments) {
    const std::string form = count > 1 ? arguments[1] : "";
    if (count < 3 || count > 4 || (form != "articles" && form != "records")) {
        std::fputs("usage: make_news articles|records COUNT [SEED]\n", stderr);
        return 2;
    }
    const std::size_t articles = std::strtoull(arguments[2], nullptr, 10);
    bench::MadeUpNews news(articles, count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1);
    for (std::size_t i = 0; i < articles; ++i) {
        const bench::MadeUpArticle made = news.next();
        const std::string line = (form == "articles" ? bench::to_json(made.article) : to_json(made.record)) + "\n";
        if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
            return 1;
        }
    }
    return std::fflush(stdout) == 0 ? 0 : 1;
}

// Article -> record on a worker's thread; lines of `extract` are taken as they are.
#pragma once

#include "cli/article_run.hpp"
#include "cli/language.hpp"

#include <functional>

namespace newsgraph::cli {

// For run_articles: works that fill Outcome::record. The language is loaded when the first article comes.
std::function<ArticleWork()> record_works(Language& language);

}  // namespace newsgraph::cli

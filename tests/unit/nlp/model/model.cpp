#include "tests/unit/nlp/model/model.hpp"

#include <algorithm>
#include <cstdlib>

namespace newsgraph::test {

fs::path model_directory() {
    const char* const directory = std::getenv("NEWSGRAPH_TEST_MODEL");
    return fs::absolute(directory == nullptr ? "" : directory);
}

std::vector<std::string> sample_texts() {
    std::vector<std::string> texts{"", " ", "Paris", "\n\n", "Mr. Smith didn't\u00A0go to New York; he'd been there."};
    std::vector<fs::path> seeds;
    for (const auto& entry : fs::directory_iterator(NEWSGRAPH_SEEDS)) {
        if (entry.path().extension() == ".txt") seeds.push_back(entry.path());
    }
    std::sort(seeds.begin(), seeds.end());
    std::string all;
    for (const auto& path : seeds) all += texts.emplace_back(bytes_of(path));
    texts.push_back(all + all);
    return texts;
}

ModelCopy::ModelCopy() {
    for (const auto& entry : fs::recursive_directory_iterator(model_directory())) {
        if (entry.is_directory()) continue;
        const fs::path place = directory() / fs::relative(entry.path(), model_directory());
        fs::create_directories(place.parent_path());
        fs::create_symlink(fs::canonical(entry.path()), place);
    }
}

void ModelCopy::replace(const std::string& file, std::string_view bytes) {
    remove(file);  // the link, or the original would be written
    folder_.put(file, bytes);
}

void ModelCopy::remove(const std::string& file) {
    fs::remove(directory() / file);
}

void ModelCopy::restore(const std::string& file) {
    remove(file);
    fs::create_symlink(fs::canonical(model_directory() / file), directory() / file);
}

}  // namespace newsgraph::test

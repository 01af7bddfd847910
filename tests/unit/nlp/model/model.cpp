#include "tests/unit/nlp/model/model.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unistd.h>

namespace newsgraph::nlp::test {

fs::path model_directory() {
    const char* const directory = std::getenv("NEWSGRAPH_TEST_MODEL");
    return fs::absolute(directory == nullptr ? "" : directory);
}

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> sample_texts() {
    std::vector<std::string> texts{"", " ", "Paris", "\n\n", "Mr. Smith didn't\u00A0go to New York; he'd been there."};
    std::vector<fs::path> seeds;
    for (const auto& entry : fs::directory_iterator(NEWSGRAPH_SEEDS)) {
        if (entry.path().extension() == ".txt") seeds.push_back(entry.path());
    }
    std::sort(seeds.begin(), seeds.end());
    std::string all;
    for (const auto& path : seeds) all += texts.emplace_back(read(path));
    texts.push_back(all + all);
    return texts;
}

ModelCopy::ModelCopy() {
    std::string name = (fs::temp_directory_path() / "newsgraph-model-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    directory_ = name;
    for (const auto& entry : fs::recursive_directory_iterator(model_directory())) {
        const fs::path place = directory_ / fs::relative(entry.path(), model_directory());
        if (entry.is_directory()) {
            fs::create_directories(place);
        } else {
            fs::create_directories(place.parent_path());
            fs::create_symlink(fs::canonical(entry.path()), place);
        }
    }
}

ModelCopy::~ModelCopy() {
    std::error_code ignored;
    fs::remove_all(directory_, ignored);
}

void ModelCopy::replace(const std::string& file, std::string_view bytes) const {
    remove(file);  // the link, or the original would be written
    std::ofstream(directory_ / file, std::ios::binary) << bytes;
}

void ModelCopy::remove(const std::string& file) const {
    fs::remove(directory_ / file);
}

void ModelCopy::restore(const std::string& file) const {
    remove(file);
    fs::create_symlink(fs::canonical(model_directory() / file), directory_ / file);
}

}  // namespace newsgraph::nlp::test

// What the tests with a language model share: where it is, texts, and copies of it to spoil.
#pragma once

#include "tests/support/folder.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::test {

namespace fs = std::filesystem;

fs::path model_directory();  // NEWSGRAPH_TEST_MODEL

// The sample articles and some awkward texts, the longest of more tokens than the networks take at a time.
std::vector<std::string> sample_texts();

// A folder with the model's files, as links, so that one can be replaced without a copy of the others.
class ModelCopy {
public:
    ModelCopy();

    const fs::path& directory() const { return folder_.path(); }

    std::string original(const std::string& file) const { return bytes_of(model_directory() / file); }
    void replace(const std::string& file, std::string_view bytes);
    void remove(const std::string& file);
    void restore(const std::string& file);

private:
    Folder folder_;
};

}  // namespace newsgraph::test

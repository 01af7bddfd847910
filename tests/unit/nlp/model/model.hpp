// What the tests with a language model share: where it is, texts, and copies of it to spoil.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::nlp::test {

namespace fs = std::filesystem;

fs::path model_directory();  // NEWSGRAPH_TEST_MODEL

// The sample articles and some awkward texts, the longest of more tokens than the networks take at a time.
std::vector<std::string> sample_texts();

std::string read(const fs::path& path);

// A folder with the model's files, as links, so that one can be replaced without a copy of the others. Removed with its
// contents at the end.
class ModelCopy {
public:
    ModelCopy();
    ~ModelCopy();
    ModelCopy(const ModelCopy&) = delete;
    ModelCopy& operator=(const ModelCopy&) = delete;

    const fs::path& directory() const { return directory_; }

    std::string original(const std::string& file) const { return read(model_directory() / file); }
    void replace(const std::string& file, std::string_view bytes) const;
    void remove(const std::string& file) const;
    void restore(const std::string& file) const;

private:
    fs::path directory_;
};

}  // namespace newsgraph::nlp::test

#include "extract/nlp/vectors.hpp"

#include "extract/base/json.hpp"
#include "extract/nlp/model_file.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>
#include <string_view>

namespace newsgraph::nlp {

namespace {

// The text between two marks of an .npy header, which is a Python dictionary written by NumPy.
std::string_view between(std::string_view header, std::string_view open, std::string_view close) {
    const auto begin = header.find(open);
    if (begin == std::string_view::npos) return {};
    const auto end = header.find(close, begin + open.size());
    return end == std::string_view::npos ? std::string_view{} : header.substr(begin + open.size(), end - begin - open.size());
}

std::vector<std::size_t> shape_in(std::string_view header) {
    std::vector<std::size_t> shape;
    const auto text = between(header, "'shape': (", ")");
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at < end;) {
        std::size_t extent = 0;
        const auto parsed = std::from_chars(at, end, extent);
        if (parsed.ec == std::errc()) shape.push_back(extent);
        at = std::max(parsed.ptr, at + 1);
    }
    return shape;
}

void require_default_mode(const std::filesystem::path& settings) {
    const std::string bytes = read_file(settings);
    rapidjson::Document document;
    document.Parse<json::strict_parse>(bytes.data(), bytes.size());
    if (document.HasParseError() || !document.IsObject()) throw FormatError(settings.string() + ": not a JSON object");
    const auto mode = document.FindMember("mode");
    if (mode == document.MemberEnd() || mode->value != "default") {
        throw FormatError(settings.string() + ": only vectors of mode \"default\" are supported");
    }
}

}  // namespace

Vectors::Vectors(const std::filesystem::path& vocab) {
    const auto settings = vocab / "vectors.cfg";
    if (std::filesystem::exists(settings)) require_default_mode(settings);
    read_table(vocab / "vectors");
    if (width_ > 0) read_keys(vocab / "key2row");
}

// NumPy's format 1.0 (numpy.lib.format): magic, version, length of the header, header, data.
void Vectors::read_table(const std::filesystem::path& path) {
    const std::string bytes = read_file(path);
    constexpr std::size_t fixed = 10;
    if (bytes.size() < fixed || !bytes.starts_with("\x93NUMPY\x01")) throw FormatError(path.string() + ": no NumPy array");
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
    const std::size_t header_size = byte(8) | byte(9) << 8U;
    if (bytes.size() < fixed + header_size) throw FormatError(path.string() + ": the file ends early");
    const auto header = std::string_view(bytes).substr(fixed, header_size);
    const auto data = std::string_view(bytes).substr(fixed + header_size);
    const auto shape = shape_in(header);
    if (between(header, "'descr': '", "'") != "<f4" || header.find("'fortran_order': False") == std::string_view::npos ||
        shape.size() != 2) {
        throw FormatError(path.string() + ": not a table of 32-bit floats");
    }
    if (shape[1] != 0 && shape[0] > data.size() / sizeof(float) / shape[1]) {
        throw FormatError(path.string() + ": the file ends early");
    }
    if (data.size() != shape[0] * shape[1] * sizeof(float)) throw FormatError(path.string() + ": bytes after the table");
    width_ = shape[0] == 0 ? 0 : shape[1];
    values_.resize(shape[0] * shape[1]);
    if (!values_.empty()) std::memcpy(values_.data(), data.data(), data.size());
}

void Vectors::read_keys(const std::filesystem::path& path) {
    const std::string bytes = read_file(path);
    const auto root = msgpack::read(bytes, path.string());
    for (const auto& [key, row] : root.as_map(path.string())) {
        const auto number = row.as_integer(path.string());
        if (number < 0) continue;
        if (static_cast<std::size_t>(number) >= rows()) throw FormatError(path.string() + ": a row that the table lacks");
        rows_.emplace_back(key.as_id(path.string()), static_cast<std::uint32_t>(number));
    }
    std::sort(rows_.begin(), rows_.end());
}

const float* Vectors::find(std::uint64_t id) const {
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), std::pair{id, std::uint32_t{0}});
    if (found == rows_.end() || found->first != id) return nullptr;
    return values_.data() + std::size_t{found->second} * width_;
}

}  // namespace newsgraph::nlp

# 已发布的各个版本。
button-version = 📄 第 { $version } 版
button-newest = 📄 最新版

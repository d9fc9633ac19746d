# 已发布的各个版本。
button-version = 📄 第 { $version } 版
button-newest = 📄 最新版
citizen-objection = ⚖️ <b>监督人的异议</b>（{ $when }）：{ $text }

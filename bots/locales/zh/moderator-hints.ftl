# 待审卡片上的提示：本身不作任何决定。
moderator-hint-language = 🌐 { $language ->
        [fr] 法语
        [en] 英语
        [it] 意大利语
        [es] 西班牙语
        [zh] 中文
        [ar] 阿拉伯语
       *[other] 不属于六种语言
    } · { $source ->
        [detected] 把握 { $percent }%
        [history] 依作者上一段文字；这段太短，无法判断
        [chosen] 依作者所选；这段太短，无法判断
        [import] 依导入资料
        [corrected] 依作者所说
       *[other] 依主题的语言；这段太短，无法判断
    }
moderator-hint-personal = 🔒 可能有个人信息（划线处）：{ $kinds }。市民看到的是 ▒▒▒。
moderator-hint-rude = 🤬 可能粗鲁（下划线处）：{ $words }
moderator-hint-links = 🔗 { $count } 个链接
moderator-hint-only-links = 🔗 几乎只有 { $count } 个链接
moderator-hint-shouting = 🔊 全部大写
moderator-hint-repeated = 🔁 同一作者十分钟内又发送了 { $count } 次相同内容
moderator-hint-chorus = 📣 另有 { $count } 人十分钟内发送了相同内容
moderator-hint-fast = ⏩ 该作者十分钟内发送了 { $count } 段文字
personal-card = 银行卡
personal-id = 证件号码
personal-email = 电子邮件
personal-phone = 电话
personal-iban = 银行账号
personal-nir = 社会保障号
personal-handle = 账号
personal-address = 地址
personal-name = 姓名
moderator-near = 👯 <b>可能重复：</b>
moderator-similar = 🫂 <b>可能相似，措辞或语言不同：</b>

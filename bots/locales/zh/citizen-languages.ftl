# 发言的语言（作者可以更正），以及换一种说法、意思相同的发言。
citizen-button-item-language = 🌐 语言：{ $language ->
        [fr] 法语
        [en] 英语
        [it] 意大利语
        [es] 西班牙语
        [zh] 中文
        [ar] 阿拉伯语
       *[other] 其他
    }
citizen-item-language = { $ref } 是用哪种语言写的？
citizen-button-language-other = 其他语言
citizen-item-language-noted = 已记下，谢谢。
citizen-kin-question = 可能已经有人换一种说法或用另一种语言提过这个问题。您愿意改为支持他们的问题吗？
citizen-kin-opinion = 可能已经有人换一种说法或用另一种语言表达过这个意见。您愿意改为对他们的意见投票吗？

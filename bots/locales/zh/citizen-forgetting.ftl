# /forget：全部删除。
citizen-menu-forget = 删除我的一切
citizen-button-forget = 🗑 全部删除
citizen-button-forget-yes = 是的，全部删除
citizen-button-forget-no = 不，全部保留
citizen-forget =
    <b>要全部删除吗？</b>

    • 您的问题、意见、草稿、语言，以及您关于自己的回答，都会在所有地方删除。在已经公布的结果里，您的话由“[…]”代替。
    • 您在之后活动中的座位会让给正在等候的人。
    • 您的投票和支持仍然计入总数，但再也不会指向您。
    • 我们会忘记您的 Telegram 账号：您再写来时，我们不会认得您。

    整个过程不到一分钟，而且无法撤销。我们之间的消息会留在 Telegram 的这个对话里，直到您自己删除它们。
citizen-forgotten =
    ✅ <b>完成了：我们不再认识您。</b>
    一分钟之内，我们的文件里不会再留下您的任何一句话。感谢您曾经参与！

    您的凭据（{ $when }）：
    <code>{ $digest }</code>
    它不包含您的任何信息。凭它可以在公开记录中找到这次删除。
citizen-forgotten-later = 您的请求已妥善保存：一切会尽快删除，您不需要再做什么。在此之前最好不要在这里写东西。
citizen-forget-nothing = 我们对您一无所知：没有什么可以删除。
citizen-trace-erased = { $ref } 已由作者本人删除。

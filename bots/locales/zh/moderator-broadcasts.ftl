# 发给某一主题所有参与者的消息。
moderator-menu-broadcast = 给所有参与者写信
moderator-button-broadcast = 📣 群发消息
moderator-broadcast-ask = 📣 您想对参与“{ $theme }”的人说什么？请写下消息，最多 { $most } 个字符。
moderator-broadcast-nobody = 还没有人通过机器人参与“{ $theme }”：没有收件人。
moderator-slip-broadcast-long = 消息最多 { $most } 个字符；这条有 { $length } 个。请缩短，或输入 /cancel。
moderator-slip-broadcast-empty = 这条消息没有内容：至少需要几个字。请重写，或输入 /cancel。
moderator-broadcast-ready = 👆 每个人会读到的就是这些，第一行用各自的语言，下面带有按钮“{ $mute }”。
    👥 收件人：<b>{ $recipients }</b>
    ⏱ 大约需要 { $minutes } 分钟。已发出的无法收回；尚未发出的可以停止。
moderator-broadcast-night = 🌙 21 点到 8 点之间不发送：将从 8 点开始发送。
moderator-button-broadcast-send = 📣 发送（{ $recipients }）
moderator-button-broadcast-leave = 不发送
moderator-broadcast-left = 好的：什么都没有发送。
moderator-broadcast-gone = 这条消息已不在等待：请用 /broadcast 重新开始。
moderator-broadcast-progress = { $state ->
        [going] 📣 <b>{ $theme }</b>：正在发送。
        [night] 🌙 <b>{ $theme }</b>：夜间不发送；8 点继续。
        [stopped] ⏹ <b>{ $theme }</b>：已停止发送。
       *[done] ✅ <b>{ $theme }</b>：发送完毕。
    }
    已发送 { $sent } / { $recipients }，{ $unreachable } 人无法联系{ $failed ->
        [0] {""}
       *[other] ，{ $failed } 条失败
    }
moderator-button-broadcast-stop = ⏹ 停止
moderator-button-broadcast-progress = 🔄 查看进度
moderator-button-broadcast-new = ✏️ 另一条消息
moderator-refused-unknown-broadcast = 没有这条消息。请用 /broadcast 重新开始。

# 人口比例，以及谁缺席。
moderator-menu-strata = 城市人口：年龄、街区、身份
moderator-menu-missing = 谁的声音还没有被听到
moderator-stratum = { $stratum ->
        [age] 年龄
        [area] 街区
       *[actor] 身份
    }
moderator-strata = 👥 <b>住在这里的人</b>（由城市提供）。/missing 用这些比例与参与者对照。
moderator-strata-line = <b>{ $stratum }</b>：{ $shares }
moderator-strata-share = { $value } { $percent }%
moderator-strata-none = <b>{ $stratum }</b>：还没有比例。
moderator-button-strata = 👥 填写比例
moderator-button-strata-undo = ↩️ 撤销这次更改
moderator-button-missing = 🔎 谁缺席？
moderator-button-form = 📄 可打印的表格
moderator-ask-strata = <b>{ $stratum }</b>：各占人口的多少？请写成一行，合计 100%。例如：
    <code>{ $example }</code>
moderator-ask-strata-known = 可用：{ $values }。
moderator-ask-strata-areas = 市民也从这些街区中选择；“其他地方”会自动加上。
moderator-slip-strata = { $fault ->
        [few] 至少需要两项。
        [many] 太多了：最多 { $most } 项。
        [unknown] 有一个名称不在列表中。
        [long] 有一个名称太长：最多 { $longest } 个字符。
        [twice] 有一个名称出现了两次。
        [sum] 合计为 { $total }%：应为 100%，误差不超过二。
       *[unreadable] 没有看懂：一个名称、一个数字，然后用“·”隔开下一项。
    }
moderator-strata-noted = ✅ 已记下。
moderator-strata-undone = ↩️ 已撤销：恢复之前的比例。
moderator-refused-targets = 这些比例不构成整体：/strata
moderator-refused-unknown-targets = 这些比例已不再有效：/strata
moderator-missing-no-targets = 要知道谁缺席，先要知道谁住在这里：请先用 /strata 填写年龄、街区或身份的比例。
moderator-missing = 🔎 <b>在“{ $theme }”中，谁的声音还没有被听到</b>
    在此发言、支持、投票或报名的人数：<b>{ $people }</b>
moderator-missing-stratum = <b>{ $stratum }</b> — { $clear ->
        [yes] 有人缺席：
       *[no] 没有偶然性解释不了的差别：
    }
moderator-missing-few = 🔻 <b>{ $value }</b>：{ $share }%，应为 { $target }%（{ $people } 人）。大约还需要 { $needed } 人。
moderator-missing-few-small = 🔻 <b>{ $value }</b>：少于 { $smallest } 人，最多 { $share }%，应为 { $target }%。至少还需要 { $needed } 人。
moderator-missing-few-untold = 🔻 <b>{ $value }</b>：最多 { $share }%，应为 { $target }%（人数不公布）。至少还需要 { $needed } 人。
moderator-missing-there = • { $value }：{ $share }%，目标 { $target }%（{ $people } 人）
moderator-missing-there-small = • { $value }：少于 { $smallest } 人，目标 { $target }%
moderator-missing-there-untold = • { $value }：人数不公布，目标 { $target }%
moderator-missing-silent = ◻️ 没有说明这一项：{ $people }
moderator-missing-beside = ◻️ 说了其他没有比例的内容：{ $people }
moderator-missing-small = 少于 { $smallest } 人的数字不公布，能推算出它的数字也不公布。
moderator-missing-caution = <i>“缺席”是指：差别大到无法用偶然性解释（每一项有百分之五的误判可能）。只统计人们愿意说明的内容：这是线索，不是普查。</i>
moderator-missing-chart = { $theme }：谁在参与
moderator-missing-there-now = 参与者
moderator-missing-target = 居民
moderator-missing-caption = “{ $theme }”：参与者的比例（条形）与人口的比例（竖线）；数字与上一条消息相同。
moderator-missing-next = { $clear ->
        [yes] <b>接下来？</b>到这些人所在的地方去：
       *[no] <b>接下来？</b>没有人明显缺席。要让更多人参与：
    }
    • 海报，附带能统计来源的链接：{ $link ->
        [none] 市民机器人暂时没有报出名字，请一分钟后再发送 /missing
       *[other] { $link }（用地点代替省略号，见 /stats）
    }
    • 给没有 Telegram 的人的打印表格：/form，然后 /enter
    • 给已经参与者的消息，请他们转告他人：/broadcast

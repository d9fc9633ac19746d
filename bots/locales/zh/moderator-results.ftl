# 议程与摘要：草稿，两人发布。
moderator-agenda-none = “{ $theme }”还没有议程：需要有已采纳的问题。
moderator-summary-none = “{ $theme }”还没有摘要：需要有已采纳的内容。
moderator-agenda-draft = 📋 <b>“{ $theme }”的议程</b> — 草稿
moderator-summary-draft = 📝 <b>“{ $theme }”的摘要</b> — 草稿
moderator-agenda-requested = 📋 <b>“{ $theme }”的议程</b>，即将发布的样子
moderator-summary-requested = 📝 <b>“{ $theme }”的摘要</b>，即将发布的样子
moderator-draft-behind = ⏳ 计算需要时间：这是目前已知的最新版本。
moderator-draft-changed = 🔄 草稿已有变化。这是新的草稿：请阅读。
moderator-draft-publish = 将要发布的就是这些。要发布吗？须由另一人确认。
moderator-draft-later = “{ $phase }”阶段还不能发布：从审议阶段起才可以。
moderator-draft-file = 完整文件
moderator-draft-translation = 读者将看到的文本（{ $spoken }）
moderator-button-publish = 📣 原样发布
moderator-publish-requested = ✅ 已申请：“{ $theme }”的{ $what ->
        [agenda] 议程
       *[summary] 摘要
    }将在以下任何一人确认后公开：{ $names }。
moderator-publish-alone = ✅ 已申请，但没有其他人可以确认：“{ $theme }”的{ $what ->
        [agenda] 议程
       *[summary] 摘要
    }仍在等待。请邀请一位同事：/invite
moderator-confirm-question = 您确认发布吗？
moderator-confirm-nothing = { $version ->
        [0] 这是您自己的申请：须由同事确认。
       *[other] 已经发布（第 { $version } 版）。
    }
moderator-published = 📣 已发布：“{ $theme }”的{ $what ->
        [agenda] 议程
       *[summary] 摘要
    }，第 { $version } 版。正在通知每位作者。
moderator-agenda-reasons = <b>理由</b>
moderator-agenda-reason = <b>{ $rank }. { $title }</b>
    { $why }
moderator-agenda-left-out = • <b>{ $title }</b>（{ $supporters } 人）<i>{ $refs }</i>
    { $why }

# 城市的公开页面。
page-skip = 跳到正文
page-languages = 语言
page-city-title = { $city }共同商议
page-city-lead = { $city }的居民就每个主题提出的问题、看法和共同的决定。
page-city-themes = 主题
page-city-none = 目前没有开放的主题。
page-city-counts = { $texts ->
        [0] 还没有发言
       *[other] { $texts } 条发言
    }，{ $votes ->
        [0] 还没有投票
       *[other] { $votes } 次投票
    }
page-theme-lead = { $city }关于“{ $theme }”的问题和看法，以及由此得出的结果。
page-phases = 主题进展
page-until = 到{ $when }为止，之后：{ $then }。
page-number-people = 人
page-number-texts = 条已发布的发言
page-number-votes = 次投票
page-take-part = 在 Telegram 中参与
page-agenda = 议程
page-agenda-none = 议程尚未发布。它来自大家提出和支持的问题。
page-agenda-read = 为什么是这些议题，哪些未列入
page-edition = 第 { $version } 版，发布于{ $when }。
page-agenda-budget = { $items } 个议题，共 { $minutes } 分钟讨论时间。
page-agenda-how = 每个人分得同样多的讨论时间；支持者合起来付得起的议题就列入议程（平等份额法）。
page-minutes = { $minutes } 分钟
page-paid = 时间来自：
page-share = { $group }，{ $minutes } 分钟
page-left-out = 未列入的话题（{ $items } 个），以及各差什么
page-people = { $people } 人支持
page-people-few = 支持者不到 { $few } 人
page-summary = 摘要
page-summary-none = 摘要尚未发布。
page-summary-read = 阅读全部摘要
page-summary-how = 每一句都逐字出自一条发言；点编号可读全文。
page-map = 意见地图
page-map-read = 查看全部共识与分歧，以及各群体
page-map-none = 至少 { $few } 人投票后，地图才会出现。
page-map-common-ground = 大家的共识
page-map-contention = 分歧所在
page-map-uncertain = 令人犹豫之处
page-map-bridging = 超越阵营、受各方认可的看法
page-map-groups = { $groups } 个意见群体
page-map-group = 第 { $number } 组（{ $size } 人）：它的特点
page-map-no-groups = 没有明显的阵营：意见互相交错。
page-map-alt = 散点图：{ $participants } 人，投票相近的人彼此靠近；{ $groups ->
        [0] 没有明显的群体
       *[other] { $groups } 个群体
    }。上面的列表说的是同样的内容。
page-map-caption = 一个点代表一个人；相近的两个点投票相似。不显示任何人的身份。
page-agree = { $percent }% 同意
page-unsure = { $percent }% 跳过
page-disagree = { $percent }% 不同意
page-votes = { $votes } 票
page-sessions = 讨论会
page-sessions-none = 还没有公布讨论会。
page-sessions-file = 把日期加入我的日历（.ics）
page-session-seats = { $free ->
        [0] 已满（{ $capacity } 个名额）：可在 Telegram 中候补
       *[other] { $capacity } 个名额中还剩 { $free } 个
    }
page-session-cancelled = 已取消
page-moderation = 审核
page-moderation-lead = 各类决定的数量；涉及不到 { $few } 人的以横线代替。
page-appeals-open = 待处理的申诉
page-appeals-upheld = 申诉：维持原决定
page-appeals-overturned = 申诉：撤销原决定
page-removals = 发布后移除
page-moderation-times = 一半的决定在{ $median }内作出，九成在{ $most }内作出。
page-objection = 监督人的异议，{ $when }
page-data = 全部可读，全部可查
page-rest = 另有 { $count } 条，见文件
page-paper = 议程与摘要打印版（PDF）
page-record-read = 审核、记录与全部文件
page-record-title = 审核与记录
page-files = 文件
page-contributions = 阅读 { $texts } 条已发布的发言
page-contributions-title = 发言：{ $theme }
page-contributions-lead = 按原文显示；个人信息已遮盖（▒▒▒）。作者保持匿名。
page-pages = 页码
page-licence = 开放数据，许可 { $licence }。只有至少 10 人投票时，才显示投票比例。
page-feed = 用 Atom（RSS）订阅
page-poster = 可打印的海报
page-record = 记录
page-record-head = 共 { $entries } 条；最后一条的指纹：
page-record-verify = 请记下这个指纹：只要有一条记录改变，它也会改变。全部重新计算：
page-poster-lead = 有问题？有看法？三十秒就够。
page-poster-qr = 可扫描的二维码，打开 { $link }
page-poster-how = 用手机扫码，即可在 Telegram 中开始对话。无需姓名，也无需在此注册。
page-poster-no-bot = 机器人暂时没有报出地址：请一分钟后再打开本页。
page-missing = 此页不存在（或已不存在）。
page-missing-next = 查看{ $city }的主题
page-foot-made = 由自由软件 Palabre 为{ $city }制作。
page-foot-privacy = 这些页面不使用 Cookie，也不向其他网站发送请求。

citizen-themes = <b>本市的讨论主题</b>
citizen-themes-line = • { $theme } — { $phase }
citizen-theme =
    <b>{ $theme }</b>
    目前：{ $phase }
citizen-theme-until = ⏳ 截至 { $when }；之后：{ $then }。
citizen-theme-choose = 是关于哪个主题？
citizen-theme-none = 目前没有主题开放这项功能。其他主题可以在 /themes 阅读。
citizen-theme-closed = “{ $theme }”目前不能这样做（{ $phase }）。

citizen-themes = <b>I temi della città</b>
citizen-themes-line = • { $theme } — { $phase }
citizen-theme =
    <b>{ $theme }</b>
    In questo momento: { $phase }
citizen-theme-until = ⏳ Fino a { $when }; poi: { $then }.
citizen-theme-choose = Di quale tema si tratta?
citizen-theme-none = In questo momento nessun tema è aperto per questo. Puoi leggere gli altri con /themes.
citizen-theme-closed = In «{ $theme }» ora non è possibile ({ $phase }).

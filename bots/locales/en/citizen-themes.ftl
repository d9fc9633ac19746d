citizen-themes = <b>The themes of the city</b>
citizen-themes-line = • { $theme } — { $phase }
citizen-theme =
    <b>{ $theme }</b>
    Now: { $phase }
citizen-theme-until = ⏳ Until { $when }; then: { $then }.
citizen-theme-choose = Which theme is it about?
citizen-theme-none = No theme is open for this at the moment. You can read the others in /themes.
citizen-theme-closed = In “{ $theme }” this is not possible now ({ $phase }).

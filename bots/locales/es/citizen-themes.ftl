citizen-themes = <b>Los temas de la ciudad</b>
citizen-themes-line = • { $theme } — { $phase }
citizen-theme =
    <b>{ $theme }</b>
    En este momento: { $phase }
citizen-theme-until = ⏳ Hasta el { $when }; después: { $then }.
citizen-theme-choose = ¿De qué tema se trata?
citizen-theme-none = En este momento ningún tema está abierto para eso. Puede leer los demás con /themes.
citizen-theme-closed = En «{ $theme }» no es posible en este momento ({ $phase }).

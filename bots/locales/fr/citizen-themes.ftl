citizen-themes = <b>Les thématiques de la ville</b>
citizen-themes-line = • { $theme } — { $phase }
citizen-theme =
    <b>{ $theme }</b>
    En ce moment : { $phase }
citizen-theme-until = ⏳ Jusqu’au { $when } ; ensuite : { $then }.
citizen-theme-choose = De quelle thématique s’agit-il ?
citizen-theme-none = Aucune thématique n’est ouverte pour cela en ce moment. Vous pouvez lire les autres avec /themes.
citizen-theme-closed = Dans « { $theme } », ce n’est pas possible en ce moment ({ $phase }).

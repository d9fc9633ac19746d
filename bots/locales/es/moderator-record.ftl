# El registro público de la moderación.
moderator-menu-record = El registro público de la moderación
moderator-record = ⚖️ <b>Registro de la moderación</b> — { $title }
moderator-record-line = • { $name }: <b>{ $count }</b>
moderator-record-few = —
moderator-record-articles = <b>Rechazos por artículo de la carta</b>
moderator-record-untold = • —
moderator-record-appeals = <b>Recursos</b>
moderator-outcome-open = en espera
moderator-outcome-upheld = decisión mantenida
moderator-outcome-overturned = decisión anulada
moderator-record-removals = 🗑 Retiradas tras publicarse: <b>{ $count }</b>
moderator-record-times = ⏱ La mitad de las decisiones en { $median } como máximo, nueve de cada diez en { $p90 }.
moderator-record-oldest = ⏳ Lo que lleva más tiempo esperando llegó el { $day }.
moderator-record-small = <i>—: menos de { $smallest } personas, o un número que permitiría deducirlo. Este registro está también en los datos abiertos.</i>
moderator-record-file = El registro como tabla (CSV)

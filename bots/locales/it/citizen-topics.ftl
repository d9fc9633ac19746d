# L’argomento di un contributo.
citizen-topic = → Argomento { $number }: <b>{ $title }</b>
citizen-topic-words = Si parla di: { $words }

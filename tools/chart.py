"""A line chart as SVG, both axes from 0 to 1."""

COLOURS = ("#1f5fa8", "#b3541e", "#2e7d4f")
WIDTH, HEIGHT, MARGIN = 560, 420, 56
LABEL_EVERY = 4  # points

Line = list[tuple[float, float, str]]  # x, y, label


def line_chart(lines: dict[str, Line], x_title: str, y_title: str, diagonal: bool = False) -> str:
    """The chart of the named lines; every fourth point shows its label. `diagonal` draws x = y for comparison."""

    def place(x: float, y: float) -> tuple[float, float]:
        return MARGIN + x * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - y * (HEIGHT - 2 * MARGIN)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        ' font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for step in range(0, 11, 2):
        x, y = place(step / 10, step / 10)
        parts.append(f'<path d="M{x:.1f} {MARGIN}V{HEIGHT - MARGIN}M{MARGIN} {y:.1f}H{WIDTH - MARGIN}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - MARGIN + 16}" text-anchor="middle">{step / 10}</text>')
        parts.append(f'<text x="{MARGIN - 8}" y="{y + 4:.1f}" text-anchor="end">{step / 10}</text>')
    if diagonal:
        (x1, y1), (x2, y2) = place(0, 0), place(1, 1)
        parts.append(f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="#999" stroke-dasharray="4"/>')
    parts.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 14}" text-anchor="middle">{x_title}</text>')
    parts.append(f'<text transform="translate(16 {HEIGHT / 2}) rotate(-90)" text-anchor="middle">{y_title}</text>')
    for number, (name, points) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        path = " ".join("{:.1f},{:.1f}".format(*place(x, y)) for x, y, _ in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for index, (x, y, label) in enumerate(points):
            at_x, at_y = place(x, y)
            parts.append(f'<circle cx="{at_x:.1f}" cy="{at_y:.1f}" r="3" fill="{colour}"/>')
            if index % LABEL_EVERY == 0:
                parts.append(f'<text x="{at_x + 6:.1f}" y="{at_y - 6:.1f}" fill="{colour}">{label}</text>')
        above = MARGIN - 38 + 16 * number
        parts.append(f'<text x="{WIDTH - MARGIN}" y="{above}" text-anchor="end" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])
